import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { PlanningView } from '../../../shared/contracts/planning-views.ts'
import type { ClosureView, SiteView } from '../../../shared/contracts/site-views.ts'
import { closedWords } from '../../availability/words/fr/closed.ts'
import { laterDate } from '../../kit/later-date.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { spanWords } from '../../kit/words/fr/time-words.ts'
import { mayAt } from '../../staff/may-at.ts'
import { STAFF_ACTIONS, type StaffAction } from '../../staff/staff-actions.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { LoadLegend } from '../load-ribbon.tsx'
import { DayJumps, PlanningTable } from '../planning-table.tsx'
import { staffApi } from '../staff-client.ts'
import { planning as words } from '../words/fr/planning.ts'

const address = (site: string, from?: string) =>
  `/planning?${new URLSearchParams({ lieu: site, ...(from && { du: from }) })}`

const Weeks = ({ planning: { site, today }, from }: { planning: PlanningView; from: string }) => (
  <nav class="place-links off-paper" aria-label={words.page}>
    <a class="tall" href={address(site, laterDate(from, -7))}>
      {words.previous}
    </a>
    {from !== today && (
      <a class="tall" href={address(site)}>
        {words.back}
      </a>
    )}
    <a class="tall" href={address(site, laterDate(from, 7))}>
      {words.next}
    </a>
  </nav>
)

const ToDo = ({ site, requests = 0, calls = 0 }: Pick<PlanningView, 'site' | 'requests' | 'calls'>) => {
  if (requests + calls === 0) return null
  const said = [requests > 0 && words.requests(requests), calls > 0 && words.calls(calls)].filter(Boolean)
  return (
    <p>
      <a class="button" href={`/demandes?lieu=${site}`}>
        {said.join(', ')}
      </a>
    </p>
  )
}

type ClosedProps = { readonly planning: PlanningView; readonly opens: boolean }

const Closed = ({ planning: { site, closures, spaces, today }, opens }: ClosedProps) => {
  const saidOf = (closure: ClosureView): string => {
    const names = spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name)
    const where = closure.spaces ? closedWords.spaces(names) : ''
    return `${closedWords.on(closure, today)}${where} : ${closure.reason}`
  }
  return (
    <ul class="plain">
      {closures.map((closure) => (
        <li key={closure.id}>
          {opens ? (
            <a class="tall" href={`/fermeture?${new URLSearchParams({ lieu: site, id: closure.id })}`}>
              {saidOf(closure)}
            </a>
          ) : (
            saidOf(closure)
          )}
        </li>
      ))}
    </ul>
  )
}

type ActsProps = {
  readonly site: SiteView
  readonly from: string
  readonly may: (action: StaffAction) => boolean
}

const Acts = ({ site: { id: site }, from, may }: ActsProps) => (
  <p class="place-links off-paper">
    {may('close') && (
      <a class="tall" href={`/fermer?lieu=${site}`}>
        {words.close}
      </a>
    )}
    {may('act-for-others') && (
      <a class="tall" href={`/copier?${new URLSearchParams({ lieu: site, du: from })}`}>
        {words.copy}
      </a>
    )}
    {may('read-planning') && (
      <a class="tall" href={`/feuille?lieu=${site}`}>
        {words.sheet}
      </a>
    )}
    <a class="tall" href={`/borne?lieu=${site}`}>
      {words.kiosk}
    </a>
    <a class="tall" href={`/agendas?lieu=${site}`}>
      {words.calendars}
    </a>
    <button class="link" type="button" onClick={() => print()}>
      {words.print}
    </button>
  </p>
)

const Week = ({ planning, site, self }: { planning: PlanningView; site: SiteView; self: SelfView }) => {
  const from = planning.days[0]?.date ?? planning.today
  const may = (action: StaffAction) => mayAt(self, STAFF_ACTIONS[action], site)
  return (
    <>
      <h1>
        <span class="on-paper">{site.name}</span>
        {words.title(...spanWords(from, planning.days.at(-1)?.date ?? from))}
      </h1>
      {may('make-calls') && <ToDo {...planning} requests={may('approve') ? planning.requests : 0} />}
      {planning.closures.length > 0 && <Closed planning={planning} opens={may('close')} />}
      <Weeks planning={planning} from={from} />
      {planning.spaces.length > 0 ? (
        <>
          <DayJumps planning={planning} />
          <PlanningTable planning={planning} plans={may('plan-workshops')} marks={may('mark-attendance')} />
        </>
      ) : (
        <p>{words.noSpace}</p>
      )}
      <LoadLegend />
      <Acts site={site} from={from} may={may} />
    </>
  )
}

type PlanningProps = {
  readonly site: SiteView
  readonly self: SelfView
  readonly from: string | null | undefined
}

const Planning = ({ site, self, from }: PlanningProps) => (
  <LoadedPage
    title={words.page}
    from={useAnswer(site.id, (id) => staffApi.readPlanning(id, from ? { from } : {}))}
    refused={StaffRefused}
  >
    {(planning) => (
      <div class="stack">
        <Week planning={planning} site={site} self={self} />
      </div>
    )}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site, self) => <Planning site={site} self={self} from={query?.get('du')} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
