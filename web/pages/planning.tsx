import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { PlanningView } from '../../shared/contracts/planning-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnswer } from '../answers.ts'
import { PlanningTable } from '../components/planning/planning-table.tsx'
import { RibbonLegend } from '../components/ribbon/ribbon.tsx'
import { StaffPage, StaffRefused } from '../components/staff/staff-page.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { mayAt } from '../may-at.ts'
import { planning as words } from '../messages/fr/planning.ts'
import { site as siteWords } from '../messages/fr/site.ts'
import type { Page, ViewProps } from '../page.ts'
import { STAFF_ACTIONS, type StaffAction } from '../staff-actions.ts'
import { staffApi } from '../staff-client.ts'
import { laterDate, spanWords } from '../time-words.ts'

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

const ToDo = ({ site, requests, calls }: Pick<PlanningView, 'site' | 'requests' | 'calls'>) => {
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

const Closed = ({ planning: { site, closures, spaces, today }, opens }: { planning: PlanningView; opens: boolean }) => (
  <ul class="plain">
    {closures.map((closure) => {
      const names = spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name)
      const said = `${siteWords.closedOn(closure, today)}${closure.spaces ? siteWords.closedSpaces(names) : ''} : ${closure.reason}`
      return (
        <li key={closure.id}>
          {opens ? (
            <a class="tall" href={`/fermeture?${new URLSearchParams({ lieu: site, id: closure.id })}`}>
              {said}
            </a>
          ) : (
            said
          )}
        </li>
      )
    })}
  </ul>
)

type ActsProps = { readonly site: SiteView; readonly from: string; readonly may: (action: StaffAction) => boolean }

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
    <a class="tall" href={`/feuille?lieu=${site}`}>
      {words.sheet}
    </a>
    <a class="tall" href={`/borne?lieu=${site}`}>
      {words.kiosk}
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
      <h1>{words.title(...spanWords(from, planning.days.at(-1)?.date ?? from))}</h1>
      {may('act-for-others') && <ToDo {...planning} requests={may('approve') ? planning.requests : 0} />}
      {planning.closures.length > 0 && <Closed planning={planning} opens={may('close')} />}
      <Weeks planning={planning} from={from} />
      {planning.spaces.length > 0 ? <PlanningTable planning={planning} /> : <p>{words.noSpace}</p>}
      <RibbonLegend />
      <Acts site={site} from={from} may={may} />
    </>
  )
}

type PlanningProps = { readonly site: SiteView; readonly self: SelfView; readonly from: string | null | undefined }

const Planning = ({ site, self, from }: PlanningProps) => {
  const { loaded, again } = useAnswer(site.id, (id) => staffApi.readPlanning(id, from ? { from } : {}))
  if (loaded.state === 'here')
    return (
      <div class="stack">
        <Week planning={loaded.value} site={site} self={self} />
      </div>
    )
  return (
    <div class="stack">
      <h1>{words.page}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <StaffRefused problem={loaded.problem} again={again} />}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site, self) => <Planning site={site} self={self} from={query?.get('du')} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
