import { describe, expect, it } from 'vitest'
import type { SiteToday, SpaceToday, TodayView } from '../../shared/contracts/today-views.ts'
import { load } from '../../web/counter/words/fr/load.ts'
import { inOrderOf } from '../../web/today/use-fresh.ts'
import { today as words } from '../../web/today/words/fr/today.ts'

const SPACE: SpaceToday = {
  ...{ space: 'bureau', name: 'Bureau', capacity: 5, open: [['08:00', '14:00']] },
  ...{ free: [{ start: '08:00', end: '14:00', places: 3 }], now: { end: '12:00', places: 3 } },
}

const site = (name: string, changes: Partial<SiteToday> = {}): SiteToday => ({
  ...{ id: name, name, departement: '51', today: '2026-11-24', time: '09:00' },
  ...{ counter: [], closures: [], spaces: [SPACE], coming: [] },
  ...changes,
})

const view = (...names: string[]): TodayView => ({
  sites: names.map((name) => site(name)),
  isAll: true,
  sittings: [],
})

const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('today read again', () => {
  it('leaves each site where it was, with new ones last and old ones gone', () => {
    const after = inOrderOf(view('Sézanne', 'Orbais', 'Montmirail'), view('Avize', 'Montmirail', 'Sézanne'))
    expect(after.sites.map(({ name }) => name)).toEqual(['Sézanne', 'Montmirail', 'Avize'])
  })
})

describe('the line of a site', () => {
  it('says what it needs somebody for, and nothing where that is nothing', () => {
    const lists = { requests: { count: 2, first: [] }, calls: { count: 1, first: [] } }
    expect(plain(words.toDoHere(site('Sézanne', lists)))).toBe('2 demandes, 1 personne à appeler')
    expect(words.toDoHere(site('Sézanne', { requests: { count: 0, first: [] } }))).toBe('')
  })

  it('says which day is next where nobody else comes today', () => {
    const next = { date: '2026-11-25', count: 3 }
    expect(plain(words.line(site('Sézanne', { next })))).toBe('demain, 3 réservations · libre maintenant')
    expect(plain(words.line(site('Sézanne', { spaces: [] })))).toBe('rien de libre')
  })
})

describe('a space today', () => {
  const free = (changes: Partial<SpaceToday>) => plain(words.free({ ...SPACE, ...changes }, '09:00'))

  it('is said to be free until an hour, later, or no more', () => {
    expect(free({})).toBe('3 places sur 5 jusqu’à 12 h')
    expect(free({ now: { end: '12:00' } })).toBe('libre jusqu’à 12 h')
    const later = [{ start: '10:00', end: '14:00', places: 1 }]
    expect(free({ now: undefined, free: later })).toBe('rien maintenant, libre à 10 h')
    expect(free({ now: undefined, free: [] })).toBe('plus rien aujourd’hui')
    expect(free({ now: undefined, free: [], open: [] })).toBe('pas prêté aujourd’hui')
  })
})

describe('an hour of the week', () => {
  const taken = (places: number, held: number) =>
    load.taken({ start: '08:00', end: '09:00', taken: places, held }, 5)

  it('is said to be full to a part, and how much of it awaits an answer', () => {
    expect([taken(3, 0), taken(5, 0)]).toEqual(['3 sur 5', 'complet'])
    expect(taken(3, 1)).toBe('3 sur 5, dont 1 en attente d’une réponse')
    expect(taken(3, 3)).toBe('3 sur 5, en attente d’une réponse')
    expect(taken(5, 2)).toBe('complet, dont 2 en attente d’une réponse')
  })
})
