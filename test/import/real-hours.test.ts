import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCommunes } from '../../functions/jobs/import-network/communes.ts'
import { compileCalendar } from '../../functions/jobs/import-network/compile-calendar.ts'
import type { KnownDays } from '../../functions/jobs/import-network/compile-days.ts'
import { ruleCompiler } from '../../functions/jobs/import-network/compile-rule.ts'
import { sameDay } from '../../functions/jobs/import-network/minute-ranges.ts'
import { readFiles } from '../../functions/jobs/import-network/read-files.ts'
import { counterDayOn } from '../../shared/domain/counter-hours.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { compareRules } from './rules-day-by-day.ts'

const folder = process.env.RESTANTE_OPEN_DATA ?? ''
const rulesFile = join(folder, 'opening_hours_2024.txt')
const present = folder !== '' && existsSync(rulesFile)

if (!present) console.log('SKIPPED on real hours: set RESTANTE_OPEN_DATA to the folder of La Poste’s files')

/** A day by day comparison of one rule takes 50 ms: all of them several minutes. */
const ONE_IN = RUNS_ALL ? 1 : 40

const realRules = (): string[] => {
  const lines = readFileSync(rulesFile, 'utf8').split('\n')
  const rules = [...new Set(lines.map((line) => line.split('|')[2]?.trim() ?? ''))].filter(
    (rule) => rule !== '',
  )
  const isUnusual = (rule: string) => /\d{4} (?![A-Z][a-z]{2} \d)|week|\[/.test(rule)
  return rules.filter((rule, at) => at % ONE_IN === 0 || isUnusual(rule))
}

const realCalendars = async (): Promise<KnownDays[]> => {
  const files = readdirSync(folder).filter((name) => name.startsWith('laposte_ouvertur'))
  const read = await readFiles(
    files.map((name) => join(folder, name)),
    {
      communes: loadCommunes(),
      compileRule: ruleCompiler('2021-01-01' as LocalDate),
      progress: { start: () => undefined, advance: () => undefined, stop: () => undefined },
    },
  )
  if (!read.ok) throw new Error(read.error)
  expect(read.value.refused).toEqual([])
  return [...read.value.hours.values()].flatMap((source) => ('days' in source ? [source.days] : []))
}

const compared = (days: KnownDays, known: KnownDays) => {
  const [first] = [...days.keys()].sort()
  const hours = compileCalendar(known, { today: first as LocalDate, departement: '75' })
  return [...days].map(([date, day]) => {
    const said = counterDayOn(hours, date, '75')
    return {
      isNew: !known.has(date),
      said: sameDay(said, day) ? 'right' : said === 'unknown' ? 'unknown' : 'wrong',
    }
  })
}

describe.skipIf(!present)('the compiled real hours', () => {
  test.each(['2024-03-01', '2026-11-28'])(
    'of rules match the library on each day from %s on',
    (today) => {
      const found = compareRules(realRules(), today as LocalDate)
      expect(found.differing).toEqual([])
      expect(found.compared).toBeGreaterThan(RUNS_ALL ? 10_600 : 300)
      expect(found.refused).toBeLessThan(RUNS_ALL ? 100 : 60)
    },
    1_800_000,
  )

  test('of calendars are exact on each of their days', async () => {
    for (const days of await realCalendars()) {
      expect(new Set(compared(days, days).map(({ said }) => said))).toEqual(new Set(['right']))
    }
  })

  test('of the last four weeks of calendars, forecast from the weeks before, are right or unknown', async () => {
    const count = { right: 0, unknown: 0, wrong: 0 }
    for (const days of await realCalendars()) {
      const last = [...days.keys()].sort().at(-1) as LocalDate
      const known = new Map([...days].filter(([date]) => date <= addDays(last, -28)))
      for (const { isNew, said } of compared(days, known)) if (isNew) count[said as keyof typeof count]++
    }
    // Seven are wrong: new hours from January on at two sites, and one single closure, which nothing announced.
    expect(count.wrong).toBeLessThanOrEqual(7)
    expect(count.right).toBeGreaterThan(4 * count.unknown)
  })
})
