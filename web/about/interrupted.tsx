import { Prose, type ProseText } from '../kit/prose.tsx'
import { common } from '../kit/words/en/common.ts'

type InterruptedProps = { readonly french: ProseText; readonly english: Pick<ProseText, 'title' | 'lead'> }

/** The edge has one page of each kind for all addresses, so it speaks both languages. */
export const Interrupted = ({ french, english: { title, lead } }: InterruptedProps) => (
  <>
    <Prose text={french} />
    <section class="prose in-english" lang="en">
      <h2>{title}</h2>
      <p>{lead}</p>
      <p>
        <a class="tall" href="/en/">
          {common.backHome}
        </a>
      </p>
    </section>
  </>
)
