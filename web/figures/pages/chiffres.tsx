import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { formatCsv } from '../../../shared/domain/csv.ts'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { figuresApi } from '../figures-client.ts'
import { monthAfter, monthOf, type Table, tablesOf } from '../tables.ts'
import { figures as words } from '../words/fr/figures.ts'

const Figures = ({ title, columns, rows }: Table) => (
  <section class="stack">
    <h2>{title}</h2>
    {rows.length === 0 ? (
      <p>{words.nothing}</p>
    ) : (
      <table class="sheet-table figure-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)

const addressOfCsv = (tables: readonly Table[]): string => {
  const rows = tables.flatMap(({ title, columns, rows: lines }) => [[title], columns, ...lines, []])
  return `data:text/csv;charset=utf-8,${encodeURIComponent(formatCsv(rows))}`
}

const Acts = ({ month, tables }: { month: string; tables: readonly Table[] }) => (
  <div class="actions actions-row off-paper">
    <a class="button" href={addressOfCsv(tables)} download={words.file(month)}>
      {words.save}
    </a>
    <button class="button quiet" type="button" onClick={() => print()}>
      {words.print}
    </button>
  </div>
)

type MonthProps = { readonly site: SiteView; readonly month: string }

/** Of a month that is over. */
const Months = ({ site, month }: MonthProps) => {
  const links = [
    [monthAfter(month, -1), words.before],
    [monthAfter(month, 1), words.after],
  ] as const
  return (
    <p class="place-links off-paper">
      {links
        .filter(([each]) => each < monthOf(site.today))
        .map(([each, said]) => (
          <a key={each} class="tall" href={`/chiffres?${new URLSearchParams({ lieu: site.id, mois: each })}`}>
            {said}
          </a>
        ))}
    </p>
  )
}

const Month = ({ site, month }: MonthProps) => (
  <div class="stack narrow">
    <h1>{words.title}</h1>
    <p class="lead">
      {site.name}, {words.month(month)}
    </p>
    <Months site={site} month={month} />
    <Loaded
      from={useAnswer(`${site.id} ${month}`, () => figuresApi.read(site.id, month))}
      refused={StaffRefused}
    >
      {(view) => {
        const tables = tablesOf(view)
        return (
          <>
            {tables.map((table) => (
              <Figures key={table.title} {...table} />
            ))}
            <p class="soft">{words.rule}</p>
            <Acts month={month} tables={tables} />
          </>
        )
      }}
    </Loaded>
  </div>
)

/** Last month, unless the address names one that is over. */
const monthIn = (query: URLSearchParams | undefined, today: string): string => {
  const [named, last] = [query?.get('mois') ?? '', monthAfter(monthOf(today), -1)]
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(named) && named <= last ? named : last
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Month site={site} month={monthIn(query, site.today)} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
