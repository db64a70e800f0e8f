import { describe, expect, it } from 'vitest'
import { busyTimes } from '../../functions/calendars/busy-times.ts'
import { addMinutes, instantAt, localTextAt, type TimeZone } from '../../shared/domain/instant.ts'
import { busyDays } from '../../shared/domain/outside-calendar.ts'
import { date, PARIS } from '../support/builders.ts'

const FROM = date('2026-11-21')
const TO = date('2027-04-30')
const within = (timeZone: TimeZone) => ({
  from: instantAt(FROM, 0 as never, timeZone),
  to: instantAt(TO, 96 as never, timeZone),
  timeZone,
})

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT']
const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')

const read = (text: string, timeZone = PARIS) => busyTimes(text, within(timeZone))

const seen = async (text: string, timeZone = PARIS): Promise<string[]> => {
  const result = await read(text, timeZone)
  if (!result.ok) throw new Error(result.error)
  return result.value.map(
    ({ from, to }) => `${localTextAt(from, timeZone)} ${localTextAt(to, timeZone).slice(-5)}`,
  )
}

describe('the busy times of a calendar', () => {
  it('are those of its events, in their zone, in UTC, or on the clock of the site', async () => {
    const text = calendar(
      ...event('DTSTART;TZID=Europe/Paris:20261124T090000', 'DTEND;TZID=Europe/Paris:20261124T103000'),
      ...event('DTSTART:20261125T080000Z', 'DURATION:PT2H'),
      ...event('DTSTART:20261126T090000', 'DTEND:20261126T100000'),
      ...event(
        'DTSTART;TZID=Romance Standard Time:20261127T090000',
        'DTEND;TZID=Romance Standard Time:20261127T100000',
      ),
    )
    expect(await seen(text)).toEqual([
      '2026-11-24T09:00 10:30',
      '2026-11-25T09:00 11:00',
      '2026-11-26T09:00 10:00',
      '2026-11-27T09:00 10:00',
    ])
    expect((await seen(text, 'Indian/Reunion' as TimeZone))[2]).toBe('2026-11-26T09:00 10:00')
  })

  it('are whole days of an event without hours, its last day not included', async () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261126'),
      ...event('DTSTART;VALUE=DATE:20261224'),
    )
    const result = await read(text)
    expect([...busyDays(result.ok ? result.value : [], { timeZone: PARIS, from: FROM, to: TO })]).toEqual(
      ['2026-11-24', '2026-11-25', '2026-12-24'].map((day) => [day, [{ start: 0, end: 96 }]]),
    )
  })

  it('leave out what takes nobody’s time, and what is cancelled', async () => {
    const when = ['DTSTART:20261124T080000Z', 'DTEND:20261124T090000Z']
    expect(
      await seen(calendar(...event(...when, 'TRANSP:TRANSPARENT'), ...event(...when, 'STATUS:CANCELLED'))),
    ).toEqual([])
  })

  it('follow a rule across the change of the clock, with dates left out, moved, added and cancelled', async () => {
    const text = calendar(
      ...event(
        ...['DTSTART;TZID=Europe/Paris:20260303T180000', 'DTEND;TZID=Europe/Paris:20260303T200000'],
        ...['RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270413T000000Z', 'EXDATE;TZID=Europe/Paris:20261201T180000'],
        'RDATE;TZID=Europe/Paris:20261125T180000',
      ),
      ...event(
        'RECURRENCE-ID;TZID=Europe/Paris:20261208T180000',
        'DTSTART:20261209T080000Z',
        'DTEND:20261209T090000Z',
      ),
      ...event('RECURRENCE-ID:20261215T170000Z', 'DTSTART:20261215T170000Z', 'STATUS:CANCELLED'),
    )
    const all = await seen(text)
    expect(all.filter((each) => each < '2026-12-25').sort()).toEqual([
      '2026-11-24T18:00 20:00',
      '2026-11-25T18:00 20:00',
      '2026-12-09T09:00 10:00',
      '2026-12-22T18:00 20:00',
    ])
    expect(all).toContain('2027-03-30T18:00 20:00')
    expect(all.filter((each) => each > '2027-04-12')).toEqual([])
  })

  it('touch each quarter of an hour in which something happens, over midnight too', () => {
    const at = (day: string, minute: number) => addMinutes(instantAt(date(day), 0 as never, PARIS), minute)
    const times = [
      { from: at('2026-11-24', 545), to: at('2026-11-24', 546) },
      { from: at('2026-11-24', 1430), to: at('2026-11-25', 20) },
      { from: at('2026-11-20', 600), to: at('2026-11-21', 60) },
    ]
    expect([...busyDays(times, { timeZone: PARIS, from: FROM, to: TO })].sort()).toEqual([
      ['2026-11-21', [{ start: 0, end: 4 }]],
      [
        '2026-11-24',
        [
          { start: 36, end: 37 },
          { start: 95, end: 96 },
        ],
      ],
      ['2026-11-25', [{ start: 0, end: 2 }]],
    ])
  })

  it.each(['P1000D', 'P99999999D'])(
    'end with what can be booked, however long an event lasts: %s',
    async (duration) => {
      const text = calendar(...event('DTSTART:20201124T080000Z', `DURATION:${duration}`))
      const result = await read(text)
      const days = busyDays(result.ok ? result.value : [], { timeZone: PARIS, from: FROM, to: TO })
      expect(days.size).toBe(duration === 'P1000D' ? 0 : 161)
    },
  )

  it('leave out what this service wrote itself, which would never be given back', async () => {
    const own = event('DTSTART:20261124T080000Z', 'DURATION:PT1H').map((line) =>
      line === 'UID:one' ? 'UID:8f3k2m@restante' : line,
    )
    expect(await seen(calendar(...own))).toEqual([])
  })

  it('are the same whatever people wrote beside, in whatever alphabet', async () => {
    const when = ['DTSTART:20261124T080000Z', 'DTEND:20261124T090000Z']
    const odd = new TextDecoder().decode(Uint8Array.from([0x53, 0x3a, 0xe9, 0xff, 0xfe]))
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DTSTART:20261201T080000Z', 'END:VALARM']
    const text = calendar(...event(...when, `SUMMARY:${odd}`, `X-LONG${';A=B'.repeat(200_000)}:x`, ...alarm))
    expect(await seen(`\uFEFF\n${text}`)).toEqual(['2026-11-24T09:00 10:00'])
  })
})

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    event('DTSTART:20261124T080000Z', 'DTEND:20261124T090000Z', `SEQUENCE:${at}`),
  ).flat()
const ruled = (rule: string) =>
  calendar(...event('DTSTART:19700101T000000Z', 'DTEND:19700101T000100Z', `RRULE:${rule}`))

describe('a calendar that cannot be used', () => {
  it.each([
    ['a page', '<!doctype html><html><body>BEGIN:VCALENDAR</body></html>', 'not-a-calendar'],
    ['nothing', '', 'not-a-calendar'],
    [
      'a calendar that breaks off',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261124T080000Z',
      'not-a-calendar',
    ],
    ['calendars in calendars', 'BEGIN:VCALENDAR\r\n'.repeat(50_000), 'not-a-calendar'],
    ['no time', calendar(...event('DTSTART:tomorrow')), 'not-a-calendar'],
    ['too many events', calendar(...many(10_001)), 'too-many-events'],
    [
      'a line without end',
      calendar(...event(`EXDATE:${'20261124T080000Z,'.repeat(20_000)}`)),
      'too-complicated',
    ],
    ['a rule by seconds', ruled('FREQ=SECONDLY'), 'too-complicated'],
    ['a rule by minutes', ruled('FREQ=MINUTELY;BYSECOND=1,2,3'), 'too-complicated'],
    ['a rule of nothing', ruled('FREQ=NEVER'), 'not-a-calendar'],
  ])('says so of %s', async (_, text, error) => {
    expect(await read(text)).toEqual({ ok: false, error })
  })

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=3'])(
    'ends with a rule that never comes: %s',
    async (rule) => {
      const result = await read(ruled(rule))
      expect(result.ok || result.error === 'too-complicated').toBe(true)
    },
  )

  it('is given up when it takes too long, between two of its events', async () => {
    let now = 0
    const slow = () => {
      now += 3000
      return now
    }
    const result = await busyTimes(calendar(...many(3)), within(PARIS), slow)
    expect(result).toEqual({ ok: false, error: 'too-complicated' })
  })

  it('is still read with ten thousand events', async () => {
    const result = await busyTimes(calendar(...many(10_000)), within(PARIS), () => 0)
    expect(result.ok && result.value.length).toBe(10_000)
  })
})
