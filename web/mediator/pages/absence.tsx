import { useState } from 'preact/hooks'
import type { AbsencePlan, NotedAbsence } from '../../../shared/contracts/absence-views.ts'
import { parseLocalDate } from '../../../shared/domain/local-date.ts'
import { api, type WebProblem, type WebRefusalKind } from '../../kit/api-client.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { localToday } from '../../kit/local-text.ts'
import { refusalOf } from '../../kit/notice/refusal-of.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { tabMemory } from '../../kit/tab-memory.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { dayWords } from '../../kit/words/fr/time-words.ts'
import { isOfStaff } from '../../staff/may-at.ts'
import { onlySiteOf } from '../../staff/nav-entries.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { editRefusals } from '../../workshop/words/fr/edit.ts'
import { AbsenceForm, SittingHead } from '../absence-form.tsx'
import { mediatorApi } from '../mediator-client.ts'
import { MediatorRefused, NotOpen } from '../not-open.tsx'
import { absence as words } from '../words/fr/absence.ts'

type Noted = NotedAbsence['sittings'][number]

const WeekLink = ({ date }: { date: string }) => (
  <a class="tall" href={`/ma-semaine?du=${date}`}>
    {words.week}
  </a>
)

const outcomeWords = ({ outcome, mediatorName = '', refusal, ...facts }: Noted): string => {
  if (outcome === 'handed-over') return words.passed(mediatorName)
  if (outcome === 'cancelled') return words.cancelled
  const problem = { ...facts, code: refusal as WebRefusalKind } as WebProblem
  return words.refused(refusalOf(problem, editRefusals).title)
}

type DoneProps = { readonly plan: AbsencePlan; readonly noted: NotedAbsence; readonly again: () => void }

const Done = ({ plan, noted: { sittings, remaining }, again }: DoneProps) => {
  const title = remaining > 0 ? words.notAll : words.done
  useAnnouncement(title)
  return (
    <>
      <h1>{title}</h1>
      <ul class="plain stack">
        {plan.sittings.map((sitting) => {
          const noted = sittings.find(({ workshop }) => workshop === sitting.id)
          return (
            <li key={sitting.id} class="space-card">
              <SittingHead sitting={sitting} />
              {noted && <p class={noted.refusal ? '' : 'free'}>{outcomeWords(noted)}</p>}
            </li>
          )
        })}
      </ul>
      <p class="soft">{words.toCall}</p>
      <p class="place-links">
        {remaining > 0 && (
          <button class="button" type="button" onClick={again}>
            {words.again}
          </button>
        )}
        <WeekLink date={plan.date} />
      </p>
    </>
  )
}

type AbsenceProps = { readonly plan: AbsencePlan; readonly isOwn: boolean; readonly again: () => void }

const Absence = ({ plan, isOwn, again }: AbsenceProps) => {
  const [noted, setNoted] = useState<NotedAbsence>()
  if (noted) return <Done plan={plan} noted={noted} again={again} />
  const { date, mediatorName = '', sittings } = plan
  const day = dayWords(date, localToday())
  return (
    <>
      <h1>{isOwn || !mediatorName ? words.title(day) : words.of(mediatorName, day)}</h1>
      {sittings.length > 0 ? (
        <AbsenceForm plan={plan} lead={isOwn ? words.lead : words.leadOf} onNoted={setNoted} />
      ) : (
        <p class="lead">{words.none}</p>
      )}
      {sittings.length === 0 && <WeekLink date={date} />}
    </>
  )
}

const Chosen = ({ date, mediator }: { date: string; mediator: string }) => {
  const read = useAnswer(`${date} ${mediator}`, () =>
    both(mediatorApi.planAbsence(date, mediator), api.readMe()),
  )
  return (
    <LoadedPage title={words.page} from={read} refused={MediatorRefused}>
      {([plan, self]) =>
        self.secondFactor && isOfStaff(self, STAFF_PAGES.absence) ? (
          <div class="narrow stack">
            <StaffNav site={onlySiteOf(self)} self={self} />
            <Absence key={date} plan={plan} isOwn={!mediator} again={read.again} />
          </div>
        ) : (
          <NotOpen self={self} title={words.page} roles={STAFF_PAGES.absence} />
        )
      }
    </LoadedPage>
  )
}

const TO_WEEK = (
  <p>
    <a class="button" href="/ma-semaine">
      {words.week}
    </a>
  </p>
)

/** A colleague is remembered by the tab, so that no address names a person. */
const View = ({ query }: ViewProps) => {
  const date = parseLocalDate(query?.get('du') ?? '')
  const isOthers = query?.has('collegue') ?? false
  const mediator = isOthers ? tabMemory.absent() : ''
  if (date && mediator !== undefined) return <Chosen date={date} mediator={mediator} />
  return (
    <div class="stack">
      <h1>{words.page}</h1>
      <p class="lead">{isOthers ? words.noColleague : words.noDay}</p>
      {TO_WEEK}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
