import type { IdleHalfDays } from './idle-half-days.ts'
import type { ImportReport, MisreadFile } from './import-network.ts'
import type { Changes } from './plan-import.ts'
import type { RefusedRow } from './row.ts'

const SHOWN_A_FILE = 10

const count = (value: number): string => value.toLocaleString('en-GB')

export const refusalLine = ({ file, line, reason }: RefusedRow): string => `${file}:${line}: ${reason}`

const rowLines = (refused: readonly RefusedRow[], what: string): string[] => {
  const files = Map.groupBy(refused, ({ file }) => file)
  return [...files].flatMap(([file, rows]) => {
    const sorted = rows.toSorted((a, b) => a.line - b.line)
    const more = rows.length - SHOWN_A_FILE
    const rest = more > 0 ? [`${file}: ${count(more)} more ${what} (all with --refused FILE)`] : []
    return [...sorted.slice(0, SHOWN_A_FILE).map(refusalLine), ...rest]
  })
}

const changeLine = (label: string, changes: Changes, gone?: number): string =>
  [
    `${label}: ${count(changes.new)} new`,
    `${count(changes.updated)} updated`,
    `${count(changes.unchanged)} unchanged`,
    ...(gone === undefined ? [] : [`${count(gone)} gone`]),
  ].join(', ')

const idleLines = ({ monday, sites, idleMornings, idleAfternoons, halfDays }: IdleHalfDays): string[] => {
  if (sites === 0) return ['No opening hours are known: idle half-days cannot be counted.']
  const share = (idle: number) => `${count(idle)} weekday %s (${((200 * idle) / halfDays).toFixed(1)} %)`
  return [
    `Idle half-days of the network, week of ${monday}: ${count(idleMornings + idleAfternoons)}`,
    `  ${share(idleMornings).replace('%s', 'mornings')} and ${share(idleAfternoons).replace('%s', 'afternoons')} with the counter closed,`,
    `  at ${count(sites)} points of contact that open in that week`,
  ]
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

export const reportLines = ({
  sites,
  hours,
  positions,
  gone,
  refused,
  partly,
  idle,
  took,
}: ImportReport): string[] => [
  ...rowLines(refused, 'refused'),
  ...rowLines(partly, 'taken in part'),
  ...(sites ? [changeLine('Sites', sites, gone)] : []),
  ...(hours ? [changeLine('Opening hours', hours)] : []),
  ...(positions > 0 ? [`Middles of communes: ${count(positions)}`] : []),
  `Refused: ${count(refused.length)} rows`,
  ...(partly.length > 0 ? [`Taken in part, the rest as unknown: ${count(partly.length)} rows`] : []),
  `Took ${seconds(took.readMs)} to read and check, ${seconds(took.evaluateMs)} to evaluate, ${seconds(took.writeMs)} to write`,
  ...idleLines(idle),
]

/** Operators must not overlook files with mostly refused rows. */
export const misreadLines = (misread: readonly MisreadFile[]): string[] =>
  misread.map(
    ({ file, refused, given }) =>
      `NOT UNDERSTOOD: ${file}: ${count(refused)} of ${count(given)} refused. What was read is written; the rest is as it was.`,
  )
