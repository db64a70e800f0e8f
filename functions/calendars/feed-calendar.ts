import { takenRangesOf } from '../../shared/domain/feed.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { type Language, languageOf, type Translation } from '../../shared/domain/language.ts'
import type { ReadFeed } from '../use-cases/read-feed.ts'
import { bookingEvent, locationOf } from './booking-event.ts'
import { type CalendarEvent, calendarText, UID_DOMAIN } from './calendar-text.ts'
import { feedWords as english } from './words/en/calendar.ts'
import { feedWords as french } from './words/fr/calendar.ts'

const WORDS: Readonly<Record<Language, Translation<typeof french>>> = { fr: french, en: english }

type Content = NonNullable<ReadFeed['content']>
type Occupied = Extract<Content, { readonly kind: 'occupancies' }>

const MOST_EVENTS = 2000
const REFRESH_MINUTES = 60
const COLOR = 'royalblue'

/** How many places are taken, and nothing about who has them. */
const occupancyEvents = ({ lent: { site, spaces }, days }: Occupied, language: Language): CalendarEvent[] => {
  const lent = new Map(spaces.map((space) => [space.id, space]))
  const words = WORDS[language]
  const events = days.flatMap(({ date, space: id, occupancy, changes }) => {
    const space = lent.get(id)
    if (!space) return []
    return takenRangesOf(occupancy).map(
      ({ start, end, taken }): CalendarEvent => ({
        uid: `${site.id}-${id}-${date}-${start}${UID_DOMAIN}`,
        sequence: changes,
        date,
        start,
        end,
        timeZone: site.timeZone,
        summary:
          taken < space.capacity ? words.taken(space.name, taken, space.capacity) : words.full(space.name),
        status: 'CONFIRMED',
        isFree: taken < space.capacity,
        location: locationOf(site),
      }),
    )
  })
  return events.slice(0, MOST_EVENTS)
}

type Said = { readonly now: Instant; readonly origin: string | undefined; readonly source: string }

/** A feed as a calendar that is read again, in the language of its holder. */
export const feedCalendar = (
  { feed, holder, state }: ReadFeed,
  content: Content,
  { now, origin, source }: Said,
): string => {
  const language = languageOf(holder)
  const events =
    content.kind === 'bookings'
      ? content.bookings.map((each) => bookingEvent(each, now, { language, origin }))
      : occupancyEvents(content, language)
  const { name } = feed
  return calendarText({
    method: 'PUBLISH',
    stamp: state.changedAt,
    events,
    feed: { name, source, refreshMinutes: REFRESH_MINUTES, color: COLOR },
  })
}
