import type { WaitlistEntryView } from '../../shared/contracts/waitlist-views.ts'
import { laterTime } from '../kit/later-time.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, durationWords, hourWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { waitWords } from './words/fr/wait.ts'

/** An appointment is a part of the window, as is any place that is waited for. */
const whatWords = ({ workshop, minutes, from, to, places }: WaitlistEntryView): string =>
  workshop && laterTime(from, minutes) === to
    ? `${rangeWords(from, to)}, ${waitWords.seat(places)}`
    : waitWords.window(durationWords(minutes), hourWords(from), hourWords(to))

const addressOf = ({ id, workshop }: WaitlistEntryView): string =>
  workshop ? `/atelier?id=${workshop}` : `/attente?id=${id}`

const stateOf = ({ rank = 1 }: WaitlistEntryView): string =>
  rank === 1 ? waitWords.lineNext : waitWords.lineRank(rank)

type WaitLinesProps = {
  readonly waits: readonly WaitlistEntryView[]
  /** The association that waits; its list has a smaller title. */
  readonly of?: string
}

/** The person's waits, each with a link to its page; an offer is already listed as a booking. */
export const WaitLines = ({ waits, of }: WaitLinesProps) => {
  const live = waits.filter(({ status }) => status === 'waiting')
  if (live.length === 0) return null
  return (
    <>
      {of === undefined ? (
        <h2>{waitWords.listTitle}</h2>
      ) : (
        <h3>
          {waitWords.listTitle}
          <span class="for-readers">, {of}</span>
        </h3>
      )}
      <ul class="booking-lines">
        {live.map((wait) => (
          <li key={wait.id}>
            <a class="booking-line" href={addressOf(wait)}>
              <strong>{wait.sites[0]?.name}</strong>
              <span>
                {dayWords(wait.date, localToday())}, {whatWords(wait)}
              </span>
              <span class="soft">{stateOf(wait)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
