import { useEffect, useRef, useState } from 'preact/hooks'

type ShownOnceProps = {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly secret: string
  readonly words: {
    readonly copy: string
    readonly copied: string
    readonly notCopied: string
    readonly kept: string
  }
  readonly onKept: () => void
}

/** A key or a secret, which nothing shows a second time. */
export const ShownOnce = ({ title, lead, label, secret, words, onKept }: ShownOnceProps) => {
  const [said, setSaid] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <section class="stack right-line">
      <h2 ref={heading} tabIndex={-1} class="long-word">
        {title}
      </h2>
      <p>{lead}</p>
      <p>
        {label}
        <br />
        <code class="long-word">{secret}</code>
      </p>
      <div class="actions actions-row">
        <button class="button" type="button" onClick={copy}>
          {words.copy}
        </button>
        <button class="button quiet" type="button" onClick={onKept}>
          {words.kept}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  )
}
