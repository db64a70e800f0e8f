import { cpus, totalmem } from 'node:os'

/** One line of a table: what was measured, in words with its unit, and what it should be. */
export type Figure = { readonly name: string; readonly goal?: string; readonly measured: string }

export type Section = { readonly title: string; readonly figures: readonly Figure[]; readonly note?: string }

const line = (cells: readonly string[], widths: readonly number[], fill = ' '): string =>
  `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`

const tableOf = (figures: readonly Figure[]): string => {
  const heading = ['figure', 'goal', 'measured']
  const rows = figures.map(({ name, goal = '', measured }) => [name, goal, measured])
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)))
  return [line(heading, widths), line(['', '', ''], widths, '-'), ...rows.map((row) => line(row, widths))].join('\n')
}

/** The same in a terminal and in a page of Markdown. */
export const sectionText = ({ title, figures, note }: Section): string =>
  [`**${title}**`, ...(figures.length > 0 ? [tableOf(figures)] : []), ...(note ? [note] : [])].join('\n\n')

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export const measuredOn = (): string => {
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `Measured on ${day.format()}: ${cpus().length} cores, ${memory} GB of memory, Node ${process.versions.node}.`
}

export const count = (value: number): string => value.toLocaleString('en-GB')
export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : count(Math.round(value))} ms`
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
/** `"2.13 (1.98 to 2.40)"` */
export const medianAndRange = (values: readonly number[], shown = (value: number) => value.toFixed(2)): string => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => shown(sorted.at(index) ?? 0)
  return `${at(Math.floor(sorted.length / 2))} (${at(0)} to ${at(-1)})`
}
