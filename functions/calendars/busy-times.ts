import ICAL from 'ical.js'
import { addMinutes, type Instant, instantOf, type TimeZone, UTC } from '../../shared/domain/instant.ts'
import { localDate } from '../../shared/domain/local-date.ts'
import type { BusyTime, OutsideFault } from '../../shared/domain/outside-calendar.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { UID_DOMAIN } from './calendar-text.ts'
import { eventLines } from './event-lines.ts'
import { type Occurs, occurrences, TooManyTimes } from './occurrences.ts'

type Within = BusyTime & { readonly timeZone: TimeZone }

const isZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Names that are no zone of IANA, and times without one, count on the clock of the site. */
const zoneOf = (property: ICAL.Property, { timeZone }: Within): TimeZone => {
  const named = property.getFirstParameter('tzid')
  return named && isZone(named) ? (named as TimeZone) : timeZone
}

type Moment = Occurs & { readonly isWholeDay: boolean }

const momentOf = (time: ICAL.Time, zone: TimeZone): Moment => ({
  zone: time.zone === ICAL.Timezone.utcTimezone ? UTC : zone,
  local: { date: localDate(time.year, time.month, time.day), minute: time.hour * 60 + time.minute },
  isWholeDay: time.isDate,
})

const instantIn = ({ local, zone }: Occurs): Instant => instantOf(local, zone)

const momentsOf = (event: ICAL.Component, name: string, within: Within): Moment[] =>
  event.getAllProperties(name).flatMap((property) =>
    property.getValues().flatMap((value) => {
      const time = value instanceof ICAL.Period ? value.start : value
      return time instanceof ICAL.Time ? [momentOf(time, zoneOf(property, within))] : []
    }),
  )

const DAY_MINUTES = 24 * 60

/** Of an event without an end: a day, or nothing. */
const minutesOf = (event: ICAL.Component, start: Moment, within: Within): number => {
  const [end] = momentsOf(event, 'dtend', within)
  if (end) return (instantIn(end) - instantIn(start)) / 60_000
  const duration = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) return duration.toSeconds() / 60
  return start.isWholeDay ? DAY_MINUTES : 0
}

const textOf = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase()

const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid') ?? '')

/** An event may last for longer than there are instants. */
const clipped = ({ from, to }: BusyTime, within: Within): BusyTime => ({
  from: from < within.from ? within.from : from,
  to: to > within.to ? within.to : to,
})

/** What this service wrote into a calendar would be taken for good: by itself. */
const isOurs = (event: ICAL.Component): boolean => uidOf(event).endsWith(UID_DOMAIN)

/** When an event is, each occurrence that some other event replaces left out. */
const timesOf = async (
  event: ICAL.Component,
  replaced: ReadonlySet<Instant>,
  within: Within,
): Promise<BusyTime[]> => {
  const [start] = momentsOf(event, 'dtstart', within)
  if (!start || textOf(event, 'transp') === 'TRANSPARENT' || textOf(event, 'status') === 'CANCELLED')
    return []
  const minutes = minutesOf(event, start, within)
  const rules = event.getAllProperties('rrule').map((each) => String(each.getFirstValue()))
  const begins = addMinutes(within.from, -minutes)
  const recurring = await Promise.all(rules.map((rule) => occurrences(start, rule, begins, within.to)))
  const out = new Set([...replaced, ...momentsOf(event, 'exdate', within).map(instantIn)])
  const own = event.hasProperty('recurrence-id') ? new Set<Instant>() : out
  return [instantIn(start), ...recurring.flat(), ...momentsOf(event, 'rdate', within).map(instantIn)]
    .filter((from) => !own.has(from))
    .map((from) => clipped({ from, to: addMinutes(from, minutes) }, within))
    .filter(({ from, to }) => from < to)
}

const WORKS_MS = 5000

/** All times at which a calendar is busy within some time, as far as that can be told in five seconds. */
export const busyTimes = async (
  written: string,
  within: Within,
  clock: () => number = () => performance.now(),
): Promise<Result<BusyTime[], OutsideFault>> => {
  const lines = eventLines(written)
  if (!lines.ok) return lines
  const until = clock() + WORKS_MS
  try {
    const all = new ICAL.Component(ICAL.parse(lines.value)).getAllSubcomponents('vevent')
    const events = all.filter((event) => !isOurs(event))
    const replaced = new Map<string, Set<Instant>>()
    for (const event of events)
      for (const moment of momentsOf(event, 'recurrence-id', within))
        replaced.set(uidOf(event), (replaced.get(uidOf(event)) ?? new Set()).add(instantIn(moment)))
    const times: BusyTime[] = []
    for (const event of events) {
      if (clock() > until) return refuse('too-complicated')
      times.push(...(await timesOf(event, replaced.get(uidOf(event)) ?? new Set(), within)))
    }
    return ok(times)
  } catch (error) {
    return refuse(error instanceof TooManyTimes ? 'too-complicated' : 'not-a-calendar')
  }
}
