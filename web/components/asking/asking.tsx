import { useState } from 'preact/hooks'

type AskingProps = {
  /** What the button says, and to whom who hears the page knows that it is about. */
  readonly does: string
  readonly of?: string
  readonly sure: string
  readonly yes: string
  readonly no: string
  readonly working: boolean
  readonly act: () => void
}

/** What cannot be undone is asked twice. */
export const Asking = ({ does, of = '', sure, yes, no, working, act }: AskingProps) => {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <button class="link" type="button" onClick={() => setAsked(true)}>
        {does}
        <span class="for-readers">{of}</span>
      </button>
    )
  return (
    <div class="stack">
      <p role="alert">{sure}</p>
      <div class="actions actions-row">
        <button class="button" type="button" aria-disabled={working} onClick={() => !working && act()}>
          {yes}
        </button>
        <button class="button quiet" type="button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  )
}
