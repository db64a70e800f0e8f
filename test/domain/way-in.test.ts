import { describe, expect, it } from 'vitest'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { keyPickupBefore } from '../../shared/domain/key-pickup.ts'
import type { Access } from '../../shared/domain/space.ts'
import { unstaffedHours } from '../../shared/domain/unstaffed-hours.ts'
import { unstaffedRefusal } from '../../shared/domain/unstaffed-refusal.ts'
import { wayInOf } from '../../shared/domain/way-in.ts'
import { seatsOf } from '../../shared/domain/workshop.ts'
import {
  AFTERNOONS,
  aBooking,
  anOpening,
  aSite,
  aSpace,
  aWorkshop,
  date,
  NOW,
  PARIS,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'

const BY_STAFF: Access = { kind: 'counter-staff' }
const BY_KEY: Access = {
  kind: 'key-holder',
  keeper: {
    name: 'Mairie de Montmirail',
    address: '1 place Rémy Petit',
    hours: [[[510, 720]], [], [], [[840, 1020]], [[510, 720]], [], []],
  },
}

const staffed = (changes: Parameters<typeof anOpening>[0], access: Access = BY_STAFF) =>
  aSpace({ access, openings: [anOpening({ weekdays: [1], ...changes })] })

const FIXED = { basis: 'fixed', window: range('12:00-19:00') } as const

describe('hours in which no agent opens', () => {
  const today = TUESDAY
  const hoursOf = (changes: Parameters<typeof anOpening>[0], counter?: CounterHours) =>
    unstaffedHours(staffed(changes), counter ? { counter } : {}, today)

  it('are all that is lent while the counter is closed', () => {
    expect(hoursOf({ basis: 'idle' }, AFTERNOONS)).toEqual([
      { day: 1, start: '08:00', end: '14:00' },
      { day: 1, start: '18:00', end: '20:00' },
    ])
  })

  it('are fixed hours outside of those of the counter', () => {
    expect(hoursOf(FIXED, AFTERNOONS)).toEqual([
      { day: 1, start: '12:00', end: '14:00' },
      { day: 1, start: '18:00', end: '19:00' },
    ])
  })

  it('are those of public holidays, where the space is lent then', () => {
    const onHolidays = { ...FIXED, window: range('14:00-18:00'), onHolidays: true }
    expect(hoursOf(onHolidays, AFTERNOONS)).toEqual([{ day: 'holiday', start: '14:00', end: '18:00' }])
  })

  it('are none while the counter is open, nor where something else opens', () => {
    expect(hoursOf({ basis: 'counter' }, AFTERNOONS)).toEqual([])
    expect(unstaffedHours(staffed(FIXED, BY_KEY), { counter: AFTERNOONS }, today)).toEqual([])
  })

  it('are none in fixed hours of a counter that nobody knows, but always those while it is closed', () => {
    expect(hoursOf(FIXED)).toEqual([])
    expect(hoursOf({ basis: 'idle' })).toEqual([{ day: 1, start: '08:00', end: '20:00' }])
  })

  it('are none of an opening that is over', () => {
    expect(hoursOf({ ...FIXED, until: date('2026-11-23') }, AFTERNOONS)).toEqual([])
  })
})

describe('a set-up with hours in which no agent opens', () => {
  const where = { counter: AFTERNOONS, today: TUESDAY }

  it('is refused, with the days and hours', () => {
    expect(unstaffedRefusal(staffed(FIXED), undefined, where)).toMatchObject({
      kind: 'unstaffed',
      hours: [{ day: 1, start: '12:00' }, { start: '18:00' }],
    })
    expect(unstaffedRefusal(staffed(FIXED), staffed(FIXED, BY_KEY), where)?.kind).toBe('unstaffed')
  })

  it('is kept where the hours of the counter have changed since, and may shrink', () => {
    expect(unstaffedRefusal(staffed(FIXED), staffed(FIXED), where)).toBeUndefined()
    const shorter = staffed({ ...FIXED, window: range('13:00-18:00') })
    expect(unstaffedRefusal(shorter, staffed(FIXED), where)).toBeUndefined()
  })

  it('is refused when it grows', () => {
    const longer = staffed({ ...FIXED, window: range('11:00-19:00') })
    expect(unstaffedRefusal(longer, staffed(FIXED), where)?.hours).toHaveLength(1)
  })
})

describe('the key of a booking', () => {
  const keeper = BY_KEY.kind === 'key-holder' ? BY_KEY.keeper : { hours: [] }
  const pickup = (day: string, at: string, now = NOW) =>
    keyPickupBefore({ date: date(day), start: time(at) }, keeper, {
      departement: '51',
      timeZone: PARIS,
      now,
    })

  it('is fetched at its start where the keeper is open then', () => {
    expect(pickup('2026-11-27', '08:30')).toBeUndefined()
    expect(pickup('2026-11-27', '11:45')).toBeUndefined()
  })

  it('is fetched earlier that day where the keeper has closed since', () => {
    for (const start of ['12:00', '18:00'])
      expect(pickup('2026-11-27', start)).toMatchObject({ date: '2026-11-27', ranges: [[510, 720]] })
  })

  it('is fetched on the last day on which the keeper is open before', () => {
    expect(pickup('2026-11-27', '08:00')).toMatchObject({ date: '2026-11-26', ranges: [[840, 1020]] })
    expect(pickup('2026-11-28', '10:00')).toMatchObject({ date: '2026-11-27', isOver: false })
  })

  it('is fetched on no public holiday', () => {
    expect(pickup('2026-12-26', '10:00')).toMatchObject({ date: '2026-12-24' })
  })

  it('is out of reach once those hours have passed', () => {
    expect(pickup('2026-11-22', '10:00')).toMatchObject({ date: '2026-11-20', isOver: true })
  })
})

describe('the way in of a booking', () => {
  const details = (access: Access, changes = {}) => ({
    booking: aBooking(changes),
    site: aSite(),
    space: aSpace({ access }),
  })

  it('is told once it is confirmed, and not before', () => {
    expect(wayInOf(details(BY_KEY), NOW)).toMatchObject({
      access: BY_KEY,
      keyPickup: { date: '2026-11-23' },
    })
    for (const status of ['requested', 'offered', 'cancelled', 'no-show'])
      expect(wayInOf(details(BY_KEY, { status }), NOW)).toBeUndefined()
  })

  it('warns where an agent should open and the counter is closed that day', () => {
    expect(wayInOf(details(BY_STAFF), NOW)?.isUnstaffed).toBe(true)
    const closed = { ...AFTERNOONS, exceptions: { [TUESDAY]: [[480, 720]] as const } }
    const open = { ...details(BY_STAFF), site: aSite({ counter: closed }) }
    expect(wayInOf(open, NOW)?.isUnstaffed).toBe(false)
  })

  it('is the mediator for a seat, whatever opens the room', () => {
    const [open, workshop] = [details(BY_KEY), aWorkshop()]
    const seat = { ...open.booking, workshop: workshop.id, space: seatsOf(workshop.id) }
    expect(wayInOf({ ...open, booking: seat, workshop }, NOW)).toEqual({
      access: { kind: 'host', host: { name: 'Sophie' } },
      isUnstaffed: false,
    })
    const room = { ...open.booking, workshop: workshop.id }
    expect(wayInOf({ ...open, booking: room, workshop }, NOW)?.access).toEqual(BY_KEY)
  })
})
