import { describe, expect, it, test } from 'vitest'
import type { SetUp } from '../../web/lending/set-up.ts'
import {
  errorsOfRules,
  type RuleError,
  withOneForEveryone,
  withRules,
} from '../../web/lending/space-rules.ts'
import { aSetUp } from '../support/lending.ts'

const setUp = (changes: Record<string, unknown> = {}) => aSetUp(changes) as SetUp

/** The values of a page's form, with some changes. */
const formOf = (said: Record<string, string> = {}): FormData => {
  const form = new FormData()
  const limits = { shortestMinutes: '60', longestMinutes: '600', noticeMinutes: '30', horizonDays: '60' }
  for (const [name, value] of Object.entries({ ...limits, beforeMinutes: '0', afterMinutes: '0', ...said }))
    form.set(name, value)
  return form
}

const LIMITS = { noticeMinutes: 30, horizonDays: 60, shortestMinutes: 60, longestMinutes: 600 }

describe('the rules of a form', () => {
  it('leave the rest of the set-up as it was', () => {
    const before = setUp({ price: { per: 'free' }, access: { kind: 'key-holder', note: 'À la mairie' } })
    expect(withRules(before, formOf())).toEqual(before)
  })

  it('drop what is left empty', () => {
    const before = setUp({
      approval: { hours: 48 },
      checkIn: { opensMinutes: 15, closesMinutes: 15, releases: true },
      fairUse: { activeBookings: 3 },
      limitsFor: { member: { horizonDays: 90 } },
      limits: { ...LIMITS, cancelBeforeMinutes: 60, gridMinutes: 30 },
    })
    expect(withRules(before, formOf({ activeBookings: ' ', 'member-horizonDays': '' }))).toEqual(setUp())
  })

  it('become the rules of the set-up, each of them', () => {
    const said = {
      ...{ gridMinutes: '30', cancelBeforeMinutes: '1440', takeBackNoticeDays: '0', approval: '72' },
      ...{
        beforeMinutes: '15',
        afterMinutes: '30',
        arrival: 'released',
        opensMinutes: '10',
        closesMinutes: '5',
      },
      ...{
        activeBookings: '3',
        hoursAWeek: '20',
        missed: '2',
        missedDays: '90',
        'subscriber-noticeMinutes': '0',
      },
    }
    expect(withRules(setUp(), formOf(said))).toEqual(
      setUp({
        limits: { ...LIMITS, gridMinutes: 30, cancelBeforeMinutes: 1440, takeBackNoticeDays: 0 },
        buffers: { beforeMinutes: 15, afterMinutes: 30 },
        approval: { hours: 72 },
        checkIn: { opensMinutes: 10, closesMinutes: 5, releases: true },
        fairUse: { activeBookings: 3, hoursAWeek: 20, noShows: { most: 2, days: 90 } },
        limitsFor: { subscriber: { noticeMinutes: 0 } },
      }),
    )
  })

  it('keep limits that the form does not show', () => {
    const before = setUp({ limitsFor: { member: { gridMinutes: 15, horizonDays: 90 } } })
    expect(withRules(before, formOf({ 'member-horizonDays': '180' })).limitsFor).toEqual({
      member: { gridMinutes: 15, horizonDays: 180 },
    })
  })
})

it('limits of everyone stand in one place, and change nothing for members and subscribers', () => {
  const before = setUp({ limitsFor: { everyone: { horizonDays: 7 }, member: { noticeMinutes: 0 } } })
  expect(withOneForEveryone(before)).toMatchObject({
    limits: { ...LIMITS, horizonDays: 7 },
    limitsFor: { member: { horizonDays: 60, noticeMinutes: 0 }, subscriber: { horizonDays: 60 } },
  })
  expect(withOneForEveryone(setUp())).toEqual(setUp())
})

test.each<[Record<string, string>, Record<string, RuleError>]>([
  [{}, {}],
  [{ longestMinutes: '30' }, { longestMinutes: 'longest' }],
  [{ noticeMinutes: '10080', horizonDays: '6' }, { horizonDays: 'horizon' }],
  [{ 'member-longestMinutes': '30' }, { 'member-longestMinutes': 'longest' }],
  [
    { 'subscriber-noticeMinutes': '10080', 'subscriber-horizonDays': '6' },
    { 'subscriber-horizonDays': 'horizon' },
  ],
  [{ activeBookings: '0' }, { activeBookings: 'active-bookings' }],
  [{ activeBookings: 'trois' }, { activeBookings: 'active-bookings' }],
  [{ hoursAWeek: '2,5' }, { hoursAWeek: 'hours-a-week' }],
  [{ shortestMinutes: '180', hoursAWeek: '2' }, { hoursAWeek: 'hours-below-shortest' }],
  [{ missed: '3' }, { missedDays: 'missed-days' }],
  [{ missedDays: '90' }, { missed: 'missed' }],
])('the form %j has the errors %j', (said, errors) => {
  expect(errorsOfRules(withRules(setUp(), formOf(said)))).toEqual(errors)
})
