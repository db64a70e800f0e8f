import type { WaitView } from '../../../shared/contracts/wait-views.ts'
import { awaiting } from '../../messages/fr/awaiting.ts'
import { dayWords, durationWords, hourWords } from '../../time-words.ts'

const stateOf = ({ status, rank = 1 }: WaitView): string => {
  if (status === 'offered') return awaiting.lineOffered
  return rank === 1 ? awaiting.lineNext : awaiting.lineRank(rank)
}

/** What somebody waits for, each leading to its page; nothing when it is over. */
export const WaitLines = ({ waits }: { waits: readonly WaitView[] }) => {
  const live = waits.filter(({ status }) => status === 'waiting' || status === 'offered')
  if (live.length === 0) return null
  return (
    <>
      <h2>{awaiting.listTitle}</h2>
      <ul class="booking-lines">
        {live.map((wait) => (
          <li key={wait.id}>
            <a class="booking-line" href={`/attente?id=${wait.id}`}>
              <strong>{wait.sites[0]?.name}</strong>
              <span>
                {dayWords(wait.date, new Date().toISOString())},{' '}
                {awaiting.window(durationWords(wait.minutes), hourWords(wait.from), hourWords(wait.to))}
              </span>
              <span class="soft">{stateOf(wait)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
