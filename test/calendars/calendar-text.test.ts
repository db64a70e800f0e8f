import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarText } from '../../functions/calendars/calendar-text.ts'
import { type Instant, instantAt, type TimeZone } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate, weekdayOf } from '../../shared/domain/local-date.ts'
import { DEPARTEMENTS, territoryOf } from '../../shared/domain/territory.ts'
import { date, NOW, PARIS, range } from '../support/builders.ts'
import { CALENDAR_READERS } from '../support/calendar-readers.ts'

const anEvent = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'one@restante',
  sequence: 2,
  date: date('2026-11-24'),
  ...range('09:00-11:00'),
  timeZone: PARIS,
  summary: 'Bureau partagé, Montmirail',
  status: 'CONFIRMED',
  ...changes,
})

const text = (...events: readonly CalendarEvent[]): string =>
  calendarText({ method: 'PUBLISH', stamp: NOW, events })

type Times = readonly (readonly [from: number, to: number])[]

const timesOf = (events: readonly CalendarEvent[]): Times =>
  events.map(({ date: on, start, end, timeZone }) => [
    instantAt(on, start, timeZone),
    instantAt(on, end, timeZone),
  ])

const ZONES = [...new Set([...DEPARTEMENTS, '98718'].map((each) => zoneOf(each)))]

function zoneOf(departement: string): TimeZone {
  return territoryOf(departement.padEnd(5, '0'), departement).timeZone
}

/** Those around which clocks change, and some between. */
const DAYS = Array.from({ length: 1096 }, (_, at): LocalDate => addDays(date('2026-01-01'), at)).filter(
  (day) => weekdayOf(day) >= 6 && /-(0[1-7]|1[0-4]|2[4-9]|3.)$/.test(day),
)

describe.each(CALENDAR_READERS)('a calendar read by %s', (_, seenIn) => {
  const times = (ics: string): Times => seenIn(ics).map(({ from, to }) => [from, to])

  it.each(ZONES)('has the days of three years at their hours in %s', (timeZone) => {
    const events = DAYS.map((day) => anEvent({ uid: day, date: day, ...range('04:15-23:45'), timeZone }))
    expect(times(text(...events))).toEqual(timesOf(events))
  })

  it('keeps its hours across a change of the clock, and ends at midnight', () => {
    const events = ['2026-10-25', '2027-03-28'].map((day) =>
      anEvent({ uid: day, date: date(day), ...range('01:00-24:00') }),
    )
    expect(times(text(...events))).toEqual(timesOf(events))
    expect(timesOf(events).map(([from, to]) => (to - from) / 3_600_000)).toEqual([24, 22])
  })
})

describe('a calendar', () => {
  it('describes each zone once', () => {
    const ics = text(
      anEvent(),
      anEvent({ uid: 'two' }),
      anEvent({ uid: 'three', timeZone: 'Indian/Reunion' as TimeZone }),
    )
    expect(ics.match(/TZID:.*/g)?.map((line) => line.trim())).toEqual([
      'TZID:Europe/Paris',
      'TZID:Indian/Reunion',
    ])
    expect(ics).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n')
  })

  it('keeps every character of what people wrote but those of control, in lines of 75 octets', () => {
    const written = `L’été; à 9 h, "chez" \\ 👩‍🌾 ${'é'.repeat(100)}\r\nSUMMARY:x\n\u0000\u0007\u0085fin`
    const ics = text(anEvent({ summary: written, location: written, description: written }))
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent') as ICAL.Component,
    )
    const kept = written.replace('\r\n', '\n').replace('\u0000\u0007\u0085', '')
    expect([event.summary, event.location, event.description]).toEqual([kept, kept, kept])
  })

  it('names who invites and who is invited, whatever stands in a name', () => {
    const ics = calendarText({
      method: 'REQUEST',
      stamp: NOW,
      events: [
        anEvent({
          organizer: { name: 'Restante', email: 'reservations@restante.example' },
          attendee: { name: 'Anne "Nana"; Le:Goff\r\nX-EVIL:1', email: 'anne@example.org' },
        }),
      ],
    })
    const event = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent('vevent')
    const attendee = event?.getFirstProperty('attendee')
    expect(attendee?.getFirstValue()).toBe('mailto:anne@example.org')
    expect(attendee?.getParameter('cn')).toBe('Anne ’Nana’; Le:Goff  X-EVIL:1')
    expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:reservations@restante.example')
    expect(ics).toContain('\r\nMETHOD:REQUEST\r\n')
    expect(event?.getFirstPropertyValue('x-evil')).toBeNull()
  })

  it('says its name, its address and how often to read it, where it is read again', () => {
    const ics = calendarText({
      method: 'PUBLISH',
      stamp: NOW as Instant,
      events: [],
      feed: {
        name: 'Mes réservations',
        source: 'https://r.example/x.ics',
        refreshMinutes: 60,
        color: 'royalblue',
      },
    })
    const calendar = new ICAL.Component(ICAL.parse(ics))
    expect(
      ['name', 'x-wr-calname', 'refresh-interval', 'source', 'color'].map((name) =>
        String(calendar.getFirstPropertyValue(name)),
      ),
    ).toEqual(['Mes réservations', 'Mes réservations', 'PT60M', 'https://r.example/x.ics', 'royalblue'])
  })
})
