import type { WaitView } from '../../../shared/contracts/wait-views.ts'
import { awaiting } from '../../messages/fr/awaiting.ts'
import { dayWords, durationWords, hourWords, rangeWords } from '../../time-words.ts'

const whatWords = ({ workshop, minutes, from, to }: WaitView): string =>
  workshop
    ? `${rangeWords(from, to)}, ${awaiting.seat}`
    : awaiting.window(durationWords(minutes), hourWords(from), hourWords(to))

const addressOf = ({ id, workshop }: WaitView): string => (workshop ? `/atelier?id=${workshop}` : `/attente?id=${id}`)

const stateOf = ({ rank = 1 }: WaitView): string => (rank === 1 ? awaiting.lineNext : awaiting.lineRank(rank))

type WaitLinesProps = {
  readonly waits: readonly WaitView[]
  /** The association that waits, below a title of its own. */
  readonly of?: string
}

/** What somebody waits for, each leading to its page; what is offered is a booking already. */
export const WaitLines = ({ waits, of }: WaitLinesProps) => {
  const live = waits.filter(({ status }) => status === 'waiting')
  if (live.length === 0) return null
  return (
    <>
      {of === undefined ? (
        <h2>{awaiting.listTitle}</h2>
      ) : (
        <h3>
          {awaiting.listTitle}
          <span class="for-readers">, {of}</span>
        </h3>
      )}
      <ul class="booking-lines">
        {live.map((wait) => (
          <li key={wait.id}>
            <a class="booking-line" href={addressOf(wait)}>
              <strong>{wait.sites[0]?.name}</strong>
              <span>
                {dayWords(wait.date, new Date().toISOString())}, {whatWords(wait)}
              </span>
              <span class="soft">{stateOf(wait)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
