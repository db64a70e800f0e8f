import type { CounterHours } from '../../../shared/domain/counter-hours.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { compileDays } from './compile-days.ts'
import type { ruleCompiler } from './compile-rule.ts'
import type { Progress } from './progress.ts'
import type { HoursSource } from './read-files.ts'
import type { RefusedRow } from './row.ts'

export type CompiledHours = {
  readonly hours: ReadonlyMap<SiteId, CounterHours>
  readonly refused: readonly RefusedRow[]
}

export type CompileTools = {
  readonly today: LocalDate
  readonly compileRule: ReturnType<typeof ruleCompiler>
  /** Undefined for a site that is not known. */
  readonly departementOf: (id: SiteId) => string | undefined
  readonly progress: Progress
}

const compileOne = (
  source: HoursSource,
  departement: string,
  { today, compileRule }: CompileTools,
): Result<CounterHours, string> =>
  'rule' in source
    ? compileRule(source.rule, departement)
    : { ok: true, value: compileDays(source.days, { today, departement }) }

/** Counter hours of the sites that are known; the others' are refused. */
export const compileHours = (sources: ReadonlyMap<SiteId, HoursSource>, tools: CompileTools): CompiledHours => {
  const hours = new Map<SiteId, CounterHours>()
  const refused: RefusedRow[] = []
  tools.progress.start('evaluating opening hours', sources.size)
  for (const [id, source] of sources) {
    const { file, line } = source
    const departement = tools.departementOf(id)
    const compiled = departement === undefined ? undefined : compileOne(source, departement, tools)
    if (compiled?.ok) hours.set(id, compiled.value)
    else refused.push({ file, line, reason: compiled ? compiled.error : `${id} is no known site` })
    tools.progress.advance(1)
  }
  tools.progress.stop()
  return { hours, refused }
}
