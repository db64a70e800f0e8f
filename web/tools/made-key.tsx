import { useEffect, useRef, useState } from 'preact/hooks'
import type { MadeApiKeyView } from '../../shared/contracts/api-key-views.ts'
import { tools as words } from './words/fr/tools.ts'

/** The key itself, which nothing shows a second time. */
export const MadeKey = ({ made, onKept }: { made: MadeApiKeyView; onKept: () => void }) => {
  const [said, setSaid] = useState<string>()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard.writeText(made.token)
    setSaid(words.copied)
  }
  return (
    <section class="stack tool-line">
      <h2 ref={title} tabIndex={-1} class="long-word">
        {words.made(made.name)}
      </h2>
      <p>{words.madeLead}</p>
      <p>
        {words.keyLabel}
        <br />
        <code class="tool-key">{made.token}</code>
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
