import { useState } from 'preact/hooks'
import type { DoorCodeList, TypedAnswer } from '../../../shared/contracts/door-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { Answer } from '../../kit/api-client.ts'
import { DateField } from '../../kit/field/date-field.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { dayWords } from '../../kit/words/fr/time-words.ts'
import { dateIn, sizeOf } from '../../staff/sheet.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { ToDelete, ToType } from '../code-table.tsx'
import { doorApi, MOST_LINES } from '../door-client.ts'
import { typedCodes as words } from '../words/fr/typed-codes.ts'

const linesOf = ({ toType, toDelete }: DoorCodeList) => [
  ...toType
    .filter(({ typed }) => !typed)
    .map(({ booking, keypad, revision }) => ({ booking, keypad, revision, typed: true })),
  ...toDelete.map(({ booking, keypad, revision }) => ({ booking, keypad, revision, typed: false })),
]

/** Notes the lines in batches, stops at the first refusal and can be repeated. */
const noteAll = async (
  site: string,
  date: string,
  lines: ReturnType<typeof linesOf>,
): Promise<Answer<TypedAnswer>> => {
  let changed = false
  for (let from = 0; from < lines.length; from += MOST_LINES) {
    const answer = await doorApi.note(site, { date, lines: lines.slice(from, from + MOST_LINES) })
    if (!answer.ok) return answer
    changed ||= answer.value.changed
  }
  return { ok: true, value: { changed } }
}

type ListProps = { readonly site: SiteView; readonly list: DoorCodeList; readonly again: () => void }

const Sheet = ({ site, list: { date, toType, toDelete } }: Omit<ListProps, 'again'>) => (
  <article class={`sheet sheet-${sizeOf(3 * (toType.length + toDelete.length))} stack`}>
    {toType.length > 0 ? <ToType lines={toType} title={dayWords(date, site.today)} /> : <p>{words.none}</p>}
    {toDelete.length > 0 && <ToDelete lines={toDelete} />}
    <p class="on-paper">{words.onPaper}</p>
  </article>
)

const List = ({ site, list, again }: ListProps) => {
  const { done, problem, working, send } = useSend<TypedAnswer>()
  const lines = linesOf(list)
  const said = done && (done.changed ? words.changed : words.noted)
  const note = () => send(() => noteAll(site.id, list.date, lines))
  useAnnouncement(said)
  return (
    <>
      <Sheet site={site} list={list} />
      {said && <p class="notice notice-free off-paper">{said}</p>}
      {problem && <StaffRefused problem={problem} again={note} />}
      <div class="actions actions-row off-paper">
        {lines.length > 0 && !said && (
          <button class="button" type="button" aria-disabled={working} onClick={note}>
            {working ? words.working : words.done}
          </button>
        )}
        {said && (
          <button class="button quiet" type="button" onClick={again}>
            {words.show}
          </button>
        )}
        <button class="button quiet" type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </>
  )
}

const Codes = ({ site, first }: { site: SiteView; first: string }) => {
  const [date, setDate] = useState(first)
  const [shown, setShown] = useState<string>()
  const from = useAnswer(shown, (day) => doorApi.read(site.id, day))
  return (
    <div class="stack">
      <h1>
        {words.title}, {site.name}
      </h1>
      <p class="lead off-paper">{words.lead}</p>
      <section class="counter off-paper">
        <DateField id="date" label={words.date} defaultValue={date} onChoose={(day) => day && setDate(day)} />
        {shown !== date && (
          <button class="button" type="button" onClick={() => setShown(date)}>
            {words.show}
          </button>
        )}
      </section>
      {shown === date && (
        <Loaded from={from} refused={StaffRefused}>
          {(list) => <List site={site} list={list} again={from.again} />}
        </Loaded>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Codes site={site} first={dateIn(query, site.today)} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
