import { expect, test } from 'vitest'
import { problemFor } from '../../shared/contracts/problem.ts'
import type { WebRefusalKind } from '../../web/api-client.ts'
import { refusalOf, refusals } from '../../web/messages/fr/refusals.ts'
import { settles } from '../../web/use-booking.ts'

const kinds = Object.keys(problemFor) as WebRefusalKind[]

test('every refusal of the API, and no answer at all, has its sentence', () => {
  expect(Object.keys(refusals).sort()).toEqual([...kinds, 'unreachable'].sort())
})

test.each([...kinds, 'unreachable'] as WebRefusalKind[])('%s is said in whole sentences, without any fact', (code) => {
  const { title, says } = refusalOf({ code })
  expect(title).toMatch(/^\p{Lu}/u)
  expect(says({ code })).toMatch(/^\p{Lu}.*[.:]$/u)
})

test('facts are said in words', () => {
  const words = (problem: Parameters<typeof refusalOf>[0]) => refusalOf(problem).says(problem).replaceAll('\u00A0', ' ')
  expect(words({ code: 'too-late', noticeMinutes: 60 })).toContain('prévenu 1 heure à l’avance')
  expect(words({ code: 'too-long', longestMinutes: 480 })).toContain('au plus 8 heures')
  expect(words({ code: 'beyond-horizon', lastDate: '2026-12-24' })).toContain('jusqu’au jeudi 24 décembre')
  expect(words({ code: 'outside-opening', open: [['08:00', '14:00']] })).toContain('de 8 h à 14 h')
  expect(words({ code: 'taken', alternatives: [] })).not.toContain('Voici')
})

test('a refusal that this page does not know still has a sentence', () => {
  expect(refusalOf({ code: 'from-the-future' as WebRefusalKind }).title).not.toBe('')
})

test('only what may still be carried out keeps its key', () => {
  const kept = [...kinds, 'unreachable' as const].filter((code) => !settles({ code }))
  expect(kept.sort()).toEqual(['busy', 'fault', 'name-missing', 'signed-out', 'too-many-requests', 'unreachable'])
})
