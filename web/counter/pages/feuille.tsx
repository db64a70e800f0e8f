import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { DateField } from '../../kit/field/date-field.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { dayWords } from '../../kit/words/fr/time-words.ts'
import { dateIn, sizeOf } from '../../staff/sheet.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { SheetTable } from '../sheet-table.tsx'
import { staffApi } from '../staff-client.ts'
import { type Sheet, takenSpaces } from '../taken-spaces.ts'
import { sheet as words } from '../words/fr/sheet.ts'

const WHOMS = ['door', 'desk'] as const
type Whom = (typeof WHOMS)[number]

const Paper = ({ sheet, named, title }: { sheet: Sheet; named: boolean; title: string }) => {
  const taken = takenSpaces(sheet, named)
  const lines = taken.reduce((sum, { bookings }) => sum + bookings.length + 2, 0)
  return (
    <article class={`sheet sheet-${sizeOf(lines)}`}>
      <h1>{title}</h1>
      {taken.length === 0 && <p>{words.nothing}</p>}
      {taken.map(({ space, bookings }) => (
        <SheetTable key={space.id} name={space.name} bookings={bookings} named={named} />
      ))}
    </article>
  )
}

type OptionsProps = {
  readonly site: SiteView
  readonly date: string
  readonly whom: Whom
  readonly onDate: (date: string) => void
  readonly onWhom: (whom: Whom) => void
}

const Options = ({ site, date, whom, onDate, onWhom }: OptionsProps) => (
  <section class="counter off-paper">
    <DateField id="date" label={words.date} defaultValue={date} onChoose={(day) => day && onDate(day)} />
    <fieldset class="radios">
      <legend>{words.forWhom}</legend>
      {WHOMS.map((each) => (
        <label key={each} class="radio">
          <input type="radio" name="whom" checked={each === whom} onChange={() => onWhom(each)} />
          {words.whoms[each]}
        </label>
      ))}
    </fieldset>
    <button class="button" type="button" onClick={() => print()}>
      {words.print}
    </button>
    {site.spaces.some(({ access }) => access.kind === 'door-code') && (
      <a class="tall" href={`/codes-de-porte?${new URLSearchParams({ lieu: site.id, date })}`}>
        {words.codes}
      </a>
    )}
  </section>
)

const DaySheet = ({ site, first }: { site: SiteView; first: string }) => {
  const [date, setDate] = useState(first)
  const [whom, setWhom] = useState<Whom>('door')
  const from = useAnswer(date, (day) => staffApi.readPlanning(site.id, { from: day, days: '1' }))
  const title = `${site.name}, ${dayWords(date)}`
  return (
    <div class="stack">
      <LoadedPage title={title} from={from} refused={StaffRefused}>
        {(sheet) => <Paper sheet={sheet} named={whom === 'desk'} title={title} />}
      </LoadedPage>
      <Options site={site} date={date} whom={whom} onDate={setDate} onWhom={setWhom} />
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <DaySheet site={site} first={dateIn(query, site.today)} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
