import { describe, expect, it } from 'vitest'
import { localTextAt } from '../../shared/domain/instant.ts'
import { decideKeyLoan, isOverdue, keyDueBack } from '../../shared/domain/key-loan.ts'
import type { Access } from '../../shared/domain/space.ts'
import { aBooking, aSite, aSpace, date, NOW, PARIS, time } from '../support/builders.ts'

/** Mondays and Fridays in the morning, Thursdays in the afternoon. */
const KEEPER = {
  name: 'Mairie de Montmirail',
  address: '1 place Rémy Petit',
  hours: [[[510, 720]], [], [], [[840, 1020]], [[510, 720]], [], []],
} as const
const BY_KEY: Access = { kind: 'key-holder', keeper: KEEPER }
const WHERE = { departement: '51', timeZone: PARIS }

const dueAfter = (on: string, end: string, where = WHERE) =>
  localTextAt(keyDueBack({ date: date(on), end: time(end) }, KEEPER, where), where.timeZone)

describe('a key is due back', () => {
  it('as its keeper closes for the first time after the booking', () => {
    expect(dueAfter('2026-11-23', '11:00')).toBe('2026-11-23T12:00')
    expect(dueAfter('2026-11-24', '18:00')).toBe('2026-11-26T17:00')
  })

  it('at the next closing, where the keeper closes as the booking ends', () => {
    expect(dueAfter('2026-11-23', '12:00')).toBe('2026-11-26T17:00')
    expect(dueAfter('2026-11-23', '11:45')).toBe('2026-11-23T12:00')
  })

  it('later when the keeper does not open on a public holiday', () => {
    expect(dueAfter('2026-12-24', '18:00')).toBe('2026-12-28T12:00')
  })

  it('on the day after, where the keeper never opens', () => {
    const hours = [[], [], [], [], [], [], []]
    const due = keyDueBack({ date: date('2026-11-24'), end: time('10:00') }, { hours }, WHERE)
    expect(localTextAt(due, PARIS)).toBe('2026-11-25T10:00')
  })
})

describe('a key', () => {
  const loanOf = (status: 'confirmed' | 'requested' | 'cancelled', access: Access, now = NOW) =>
    decideKeyLoan({ booking: aBooking({ status }), space: aSpace({ access }), site: aSite() }, now)

  it('is handed out for a confirmed booking of a space that it opens, until the booking ends', () => {
    const loan = loanOf('confirmed', BY_KEY)
    expect(loan.ok && loan.value).toMatchObject({ booking: aBooking().id, outAt: NOW })
    const refused = { ok: false, error: { kind: 'key-not-needed' } }
    expect(loanOf('confirmed', { kind: 'open' })).toEqual(refused)
    expect(loanOf('requested', BY_KEY)).toEqual(refused)
    expect(loanOf('cancelled', BY_KEY)).toEqual(refused)
    const late = (NOW + 30 * 86_400_000) as typeof NOW
    expect(loanOf('confirmed', BY_KEY, late)).toEqual(refused)
  })

  it('is overdue from the moment after it was due', () => {
    const due = keyDueBack({ date: date('2026-11-23'), end: time('11:00') }, KEEPER, WHERE)
    expect([isOverdue({ dueBack: due }, due), isOverdue({ dueBack: due }, (due + 1) as typeof due)]).toEqual([
      false,
      true,
    ])
  })
})
