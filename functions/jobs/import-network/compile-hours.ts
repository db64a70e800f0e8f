import { type CounterHours, counterDayOn } from '../../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { datesFrom, type LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { compileCalendar } from './compile-calendar.ts'
import { DAYS_AHEAD, type ruleCompiler } from './compile-rule.ts'
import type { Progress } from './progress.ts'
import type { HoursSource } from './read-files.ts'
import type { RefusedRow } from './row.ts'

export type CompiledHours = {
  readonly hours: ReadonlyMap<SiteId, CounterHours>
  readonly refused: readonly RefusedRow[]
  readonly partly: readonly RefusedRow[]
}

export type CompileTools = {
  readonly today: LocalDate
  readonly compileRule: ReturnType<typeof ruleCompiler>
  readonly departementOf: (id: SiteId) => string | undefined
  readonly progress: Progress
}

const compileOne = (
  source: HoursSource,
  departement: string,
  { today, compileRule }: CompileTools,
): Result<CounterHours, string> => {
  if ('rule' in source) return compileRule(source.rule, departement)
  const hours = compileCalendar(source.days, { today, departement })
  const hasEnded = hours.knownUntil !== undefined && hours.knownUntil < today
  return hasEnded ? refuse(`a calendar known until ${hours.knownUntil}: import a newer one`) : ok(hours)
}

const isUnknownAtTimes = ({ weekly, onHolidays, exceptions }: CounterHours): boolean =>
  [...weekly, onHolidays, ...Object.values(exceptions)].includes('unknown')

/** Calendars never tell all days, so only rules are in doubt. */
const doubtAbout = (source: HoursSource, hours: CounterHours, departement: string, today: LocalDate) => {
  if (!('rule' in source) || !isUnknownAtTimes(hours)) return undefined
  const unknown = datesFrom(today, DAYS_AHEAD).filter(
    (date) => counterDayOn(hours, date, departement) === 'unknown',
  )
  return `hours taken as unknown on ${unknown.length} of ${DAYS_AHEAD} days: ${source.rule}`
}

export const compileHours = (
  sources: ReadonlyMap<SiteId, HoursSource>,
  tools: CompileTools,
): CompiledHours => {
  const hours = new Map<SiteId, CounterHours>()
  const refused: RefusedRow[] = []
  const partly: RefusedRow[] = []
  tools.progress.start('evaluating opening hours', sources.size)
  for (const [id, source] of sources) {
    const { file, line } = source
    const departement = tools.departementOf(id)
    const compiled = departement === undefined ? undefined : compileOne(source, departement, tools)
    if (departement === undefined) refused.push({ file, line, reason: `${id} is no known site` })
    else if (!compiled?.ok) refused.push({ file, line, reason: compiled?.error ?? '' })
    else {
      hours.set(id, compiled.value)
      const reason = doubtAbout(source, compiled.value, departement, tools.today)
      if (reason) partly.push({ file, line, reason })
    }
    tools.progress.advance(1)
  }
  tools.progress.stop()
  return { hours, refused, partly }
}
