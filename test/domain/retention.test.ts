import { expect, test } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import { monthsBefore, retentionCutoff } from '../../shared/domain/retention.ts'

const at = (text: string) => Date.parse(text) as Instant
const text = (instant: Instant) => new Date(instant).toISOString()

test('the retention cutoff is the same second of the same day two years before', () => {
  expect(text(retentionCutoff(at('2026-11-21T09:00:01.250Z')))).toBe('2024-11-21T09:00:01.250Z')
  expect(text(retentionCutoff(at('2028-02-29T23:59:59Z')))).toBe('2026-02-28T23:59:59.000Z')
  expect(text(retentionCutoff(at('2026-02-28T00:00:00Z')))).toBe('2024-02-28T00:00:00.000Z')
})

test('months before an instant are those of the calendar, across a year', () => {
  expect(text(monthsBefore(at('2026-01-31T10:00:00Z'), 1))).toBe('2025-12-31T10:00:00.000Z')
  expect(text(monthsBefore(at('2026-03-31T10:00:00Z'), 1))).toBe('2026-02-28T10:00:00.000Z')
})
