import type { FiguresView, ToldView } from '../../shared/contracts/figure-views.ts'
import { figures as words } from './words/fr/figures.ts'

/** Cells as they are shown and saved; the first column names the row. */
export type Table = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Line<Name extends string> = Pick<ToldView, 'count' | 'hours'> & { readonly names: readonly Name[] }

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const namesIn = <Name extends string>(names: readonly Name[], said: Readonly<Record<Name, string>>): string =>
  names.map((name, at) => (at === 0 ? said[name] : lowered(said[name]))).join(', ')

const isSaid = ({ count }: Pick<ToldView, 'count'>): boolean => count !== 0

const countOf = ({ count }: Pick<ToldView, 'count'>): string =>
  count === undefined ? words.few : String(count)

const { columns, names, tables } = words

const peopleTable = <Name extends string>(
  title: string,
  lines: readonly Line<Name>[],
  said: Readonly<Record<Name, string>>,
): Table => ({
  title,
  columns: [columns.who, columns.count],
  rows: lines.filter(isSaid).map((line) => [namesIn(line.names, said), countOf(line)]),
})

/** One table for each thing that is counted. */
export const tablesOf = (view: FiguresView): Table[] => [
  {
    title: tables.spaces,
    columns: [columns.space, columns.count, columns.hours],
    rows: view.spaces.map((line) => [
      ...[line.names.join(', '), countOf(line), line.hours === undefined ? '' : words.hours(line.hours)],
    ]),
  },
  {
    title: tables.workshops,
    columns: [columns.what, columns.count, columns.hours],
    rows:
      view.workshops.sittings > 0
        ? [[words.sittings, String(view.workshops.sittings), words.hours(view.workshops.hours)]]
        : [],
  },
  peopleTable(tables.people, view.people, names.people),
  peopleTable(tables.ages, view.ages, names.ages),
  peopleTable(tables.occupations, view.occupations, names.occupations),
  peopleTable(tables.skillsTests, view.skillsTests, names.skillsTests),
]

/** The month of a date of the site, and months around another one, such as `2026-11`. */
export const monthOf = (date: string): string => date.slice(0, 7)

export const monthAfter = (month: string, months: number): string => {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  const all = year * 12 + nth - 1 + months
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}
