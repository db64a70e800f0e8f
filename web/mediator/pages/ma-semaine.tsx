import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { WeekView } from '../../../shared/contracts/week-views.ts'
import { parseLocalDate } from '../../../shared/domain/local-date.ts'
import { api } from '../../kit/api-client.ts'
import { laterDate } from '../../kit/later-date.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { localToday } from '../../kit/local-text.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { spanWords } from '../../kit/words/fr/time-words.ts'
import { isOfStaff } from '../../staff/may-at.ts'
import { onlySiteOf } from '../../staff/nav-entries.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { ContractHours } from '../contract-hours.tsx'
import { LedDays } from '../led-days.tsx'
import { mediatorApi } from '../mediator-client.ts'
import { MediatorRefused, NotOpen } from '../not-open.tsx'
import { mondayOf } from '../week-of.ts'
import { myWeek as words } from '../words/fr/my-week.ts'

const address = (monday?: string): string => `/ma-semaine${monday ? `?du=${monday}` : ''}`

const Weeks = ({ from, thisWeek }: { from: string; thisWeek: string }) => (
  <nav class="place-links off-paper" aria-label={words.weeks}>
    <a class="tall" href={address(laterDate(from, -7))}>
      {words.previous}
    </a>
    {from !== thisWeek && (
      <a class="tall" href={address()}>
        {words.back}
      </a>
    )}
    <a class="tall" href={address(laterDate(from, 7))}>
      {words.next}
    </a>
  </nav>
)

const Hours = ({ week: { plannedMinutes, weeklyHours, workshops } }: { week: WeekView }) => {
  const onTheWay = workshops.reduce((sum, { way }) => sum + (way?.minutes ?? 0), 0)
  return (
    <p class="lead">
      <strong class="free">{words.planned(plannedMinutes)}</strong>
      {weeklyHours !== undefined && words.of(weeklyHours)}
      {onTheWay > 0 && words.onTheWay(onTheWay)}
    </p>
  )
}

type WeekProps = { readonly week: WeekView; readonly self: SelfView; readonly again: () => void }

const Week = ({ week, self, again }: WeekProps) => {
  const today = localToday()
  return (
    <div class="stack led-week">
      <StaffNav site={onlySiteOf(self)} self={self} />
      <h1>{words.title(...spanWords(week.from, week.to))}</h1>
      <Hours week={week} />
      <Weeks from={week.from} thisWeek={mondayOf(today)} />
      <LedDays week={week} today={today} />
      <p class="place-links off-paper">
        <button class="link" type="button" onClick={() => print()}>
          {words.print}
        </button>
        <a class="tall" href="/agendas">
          {words.calendars}
        </a>
      </p>
      <ContractHours hours={week.weeklyHours} onSaved={again} />
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const from = query && mondayOf(parseLocalDate(query.get('du') ?? '') ?? localToday())
  const read = useAnswer(from, (monday) => both(mediatorApi.readWeek(monday), api.readMe()))
  return (
    <LoadedPage title={words.page} from={read} refused={MediatorRefused}>
      {([week, self]) =>
        self.secondFactor && isOfStaff(self, STAFF_PAGES['ma-semaine']) ? (
          <Week week={week} self={self} again={read.again} />
        ) : (
          <NotOpen self={self} title={words.page} roles={STAFF_PAGES['ma-semaine']} />
        )
      }
    </LoadedPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
