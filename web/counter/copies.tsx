import type { CopyView } from '../../shared/contracts/copy-views.ts'
import type { WebRefusalKind } from '../kit/api-client.ts'
import { refusalOf } from '../kit/notice/refusal-of.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { copyRefusals, copying as words } from './words/fr/copying.ts'

const whyWords = ({ refusal, ...facts }: CopyView): string => {
  if (!facts.date) return words.gone
  const { title, says } = refusalOf({ code: refusal as WebRefusalKind }, copyRefusals)
  if (refusal === 'taken') return `${title}.`
  return `${title}. ${says({ ...facts, code: refusal as WebRefusalKind })}`
}

const stateOf = (copy: CopyView): string => {
  if (copy.refusal) return whyWords(copy)
  if (!copy.id) return words.free
  return copy.status === 'requested' ? words.asked : `${words.done}, ${copy.reference}`
}

type CopiesProps = { readonly copies: readonly CopyView[]; readonly nameOf: (space: string) => string }

export const Copies = ({ copies, nameOf }: CopiesProps) => (
  <ul class="series-dates">
    {copies.map((copy) => (
      <li key={`${copy.of} ${copy.date}`}>
        <strong>
          {copy.date && dayWords(copy.date)} {copy.start && copy.end && rangeWords(copy.start, copy.end)}
        </strong>
        <span class="soft long-word">
          {copy.holderName}
          {copy.space && `, ${nameOf(copy.space)}`}
        </span>
        <p>{stateOf(copy)}</p>
      </li>
    ))}
  </ul>
)

export const RefusedCopies = ({ copies, nameOf }: CopiesProps) => {
  const refused = copies.filter(({ refusal }) => refusal)
  return refused.length > 0 ? (
    <section class="stack">
      <h2>{words.refused(refused.length)}</h2>
      <Copies copies={refused} nameOf={nameOf} />
    </section>
  ) : null
}
