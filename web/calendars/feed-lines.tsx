import type { FeedView } from '../../shared/contracts/feed-views.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { feeds as words } from './words/fr/feeds.ts'

type FeedLinesProps = {
  readonly feeds: readonly FeedView[]
  readonly working: boolean
  readonly remove: (id: string) => void
}

/** The calendars of a person, each with the day on which it was last read. */
export const FeedLines = ({ feeds, working, remove }: FeedLinesProps) =>
  feeds.length > 0 ? (
    <ul class="plain stack">
      {feeds.map((feed) => {
        const added = dayWords(feed.createdOn)
        return (
          <li key={feed.id} class="session-line">
            <strong class="long-word">{feed.name}</strong>
            {words.of(feed) !== feed.name && <span>{words.of(feed)}</span>}
            <span>
              {feed.usedOn ? words.used(dayWords(feed.usedOn)) : words.unused}, {words.added(added)}
            </span>
            <button class="link" type="button" aria-disabled={working} onClick={() => remove(feed.id)}>
              {words.remove}
              <span class="for-readers"> {words.removeThat(feed.name, added)}</span>
            </button>
          </li>
        )
      })}
    </ul>
  ) : (
    <p>{words.none}</p>
  )
