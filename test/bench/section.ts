import { cpus, totalmem } from 'node:os'

/** One row of a table: what is measured, in words with its unit, and its target. */
export type Figure = { readonly name: string; readonly goal?: string; readonly measured: string }

/** `grid` is a table with columns of its own, heading first. */
export type Section = {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly grid?: readonly (readonly string[])[]
  readonly note?: string
}

const line = (cells: readonly string[], widths: readonly number[], fill = ' '): string =>
  `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`

const tableOf = ([heading = [], ...rows]: readonly (readonly string[])[]): string => {
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  const rule = heading.map(() => '')
  return [line(heading, widths), line(rule, widths, '-'), ...rows.map((row) => line(row, widths))].join('\n')
}

const figureTable = (figures: readonly Figure[]): string =>
  tableOf([
    ['figure', 'goal', 'measured'],
    ...figures.map(({ name, goal = '', measured }) => [name, goal, measured]),
  ])

/** Renders a section for a terminal and for a Markdown page. */
export const sectionText = ({ title, figures, grid, note }: Section): string =>
  [
    `**${title}**`,
    ...(grid ? [tableOf(grid)] : []),
    ...(figures.length > 0 ? [figureTable(figures)] : []),
    ...(note ? [note] : []),
  ].join('\n\n')

export const wasMeasured = ({ figures, grid }: Section): boolean => figures.length > 0 || grid !== undefined

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const measuredOn = (): string => {
  const memory = Math.round(totalmem() / 1024 ** 3)
  const { node } = process.versions
  return `Measured on ${day.format()}: ${cpus().length} cores, ${memory} GB of memory, Node ${node}.`
}

export const count = (value: number): string => value.toLocaleString('en-GB')
export const milliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ms`
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const megabytes = (bytes: number): string => `${count(Math.round(bytes / 1_000_000))} MB`
/** `"2.13 (1.98 to 2.40)"` */
export const medianAndRange = (
  values: readonly number[],
  shown = (value: number) => value.toFixed(2),
): string => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => shown(sorted.at(index) ?? 0)
  return `${at(Math.floor(sorted.length / 2))} (${at(0)} to ${at(-1)})`
}
