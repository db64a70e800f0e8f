type CountProps = {
  /** What the inline script counts: a name among its counts. */
  readonly of: string
  /** What is counted, read out where the words beside do not say it. */
  readonly words?: string
  readonly count?: number
}

/** A quiet number, where there is something to count. */
export const Count = ({ of, words, count = 0 }: CountProps) => (
  <span class="count" data-count={of} hidden={count === 0}>
    <b>{count}</b>
    {words && <span class="for-readers"> {words}</span>}
  </span>
)
