import { expect, test } from 'vitest'
import { problemFor } from '../../shared/contracts/problem.ts'
import { BOOKING_REFUSALS } from '../../shared/contracts/route.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { bookingRefusals } from '../../web/availability/words/fr/booking-refusals.ts'
import type { WebRefusalKind } from '../../web/kit/api-client.ts'
import { isFinal } from '../../web/kit/is-final.ts'
import { refusalOf } from '../../web/kit/notice/refusal-of.ts'
import { broken, commonRefusals, type Refusals } from '../../web/kit/words/fr/refusals.ts'
import { seriesRefusals } from '../../web/series/words/fr/series-refusals.ts'
import { pageCalls } from './calls.ts'
import { everyRefusal } from './every-refusal.ts'

const kinds = Object.keys(problemFor) as WebRefusalKind[]

test('every refusal of the API, and no answer at all, has its sentence', () => {
  expect(Object.keys(everyRefusal).sort()).toEqual([...kinds, 'unreachable'].sort())
})

test.each([...kinds, 'unreachable'] as WebRefusalKind[])(
  'the refusal %s is said in whole sentences, without any fact',
  (code) => {
    const { title, says } = everyRefusal[code]
    expect(title).toMatch(/^\p{Lu}/u)
    expect(says({ code })).toMatch(/^\p{Lu}.*[.:]$/u)
  },
)

const isSaid = (kind: WebRefusalKind, own: Refusals) =>
  kind in commonRefusals || kind in own || everyRefusal[kind] === broken

const pages = await pageCalls()

test.each(pages)('the page $page has the sentence of each refusal of what it asks', ({ asks, says }) => {
  const unsaid = asks.flatMap((route) =>
    routes[route].refusals.filter((kind) => !isSaid(kind, says)).map((kind) => `${route}: ${kind}`),
  )
  expect(unsaid).toEqual([])
})

test('the routes that a page asks are found, whichever of its parts asks them', () => {
  const asks = new Map(pages.map((each) => [each.page, each.asks]))
  expect(asks.get('coordonnees')).toContain('bookSpace')
  expect(asks.get('retrouver')).toContain('markAttendance')
  expect(asks.get('fermer')).toContain('closeSite')
  expect(asks.get('mes-donnees')).toContain('eraseMe')
})

test('every refusal of a date of a series has its sentence', () => {
  expect(BOOKING_REFUSALS.filter((kind) => !isSaid(kind, seriesRefusals))).toEqual([])
})

test('the facts of a refusal are said in words', () => {
  const words = (problem: Parameters<typeof refusalOf>[0]) =>
    refusalOf(problem, bookingRefusals).says(problem).replaceAll('\u00A0', ' ')
  expect(words({ code: 'too-late', noticeMinutes: 60 })).toContain('prévenu 1 heure à l’avance')
  expect(words({ code: 'too-long', longestMinutes: 480 })).toContain('au plus 8 heures')
  expect(words({ code: 'beyond-horizon', lastDate: '2026-12-24' })).toContain('jusqu’au jeudi 24 décembre')
  expect(words({ code: 'outside-opening', open: [['08:00', '14:00']] })).toContain('de 8 h à 14 h')
  expect(words({ code: 'outside-opening', open: [], holiday: true })).toContain('C’est un jour férié')
  expect(words({ code: 'taken', alternatives: [] })).not.toContain('Voici')
  expect(words({ code: 'off-grid', gridMinutes: 60, starts: ['09:00', '10:00'] })).toBe(
    'Commencez plutôt à 9 h ou à 10 h.',
  )
})

test.each([
  ['active-bookings', 3, 'Vous avez déjà 3 réservations ici'],
  ['active-bookings', 1, 'Vous avez déjà une réservation ici'],
  [
    'hours-a-week',
    12,
    '12 heures par semaine au plus. Il vous en restera assez à partir du mardi 24 novembre à 12 h.',
  ],
  ['no-shows', 2, 'manqué 2 réservations'],
])('the quota refusal %s says which rule is reached, and when it passes', (rule, limit, sentence) => {
  const problem = { code: 'quota-reached' as const, rule, limit, passes: '2026-11-24T12:00' }
  const words = refusalOf(problem, bookingRefusals).says(problem).replaceAll('\u00A0', ' ')
  expect(words).toContain(sentence)
  expect(words).toMatch(/à partir du mardi 24 novembre à 12 h\.$/)
})

test('a refusal that a page does not know still has a sentence', () => {
  expect(refusalOf({ code: 'from-the-future' as WebRefusalKind }, bookingRefusals)).toBe(broken)
})

test('only a request that may still be carried out keeps its key', () => {
  const kept = [...kinds, 'unreachable' as const].filter((code) => !isFinal({ code }))
  expect(kept.sort()).toEqual([
    'busy',
    'fault',
    'name-missing',
    'signed-out',
    'too-many-requests',
    'unreachable',
  ])
})
