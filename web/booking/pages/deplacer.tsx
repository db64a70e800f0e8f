import { useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { answerTimeWords } from '../../availability/answer-time.ts'
import { choiceIn, choiceOf } from '../../availability/choice.ts'
import { ChoiceSummary } from '../../availability/choice-summary.tsx'
import { TimeRefusal } from '../../availability/time-refusal.tsx'
import { WeekChoice } from '../../availability/week-choice.tsx'
import { summary } from '../../availability/words/fr/summary.ts'
import { api, type WebProblem } from '../../kit/api-client.ts'
import { TextField } from '../../kit/field/text-field.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { BookingPage } from '../booking-page.tsx'
import type { ChooseProps, MovingProps } from '../move-refused.tsx'
import { Gone, MoveRefused, wordsFor } from '../move-refused.tsx'
import { isOver, useMoving } from '../use-moving.ts'
import { moving, staffMoving } from '../words/fr/moving.ts'
import { movingRefusals } from '../words/fr/moving-refusals.ts'

const ApprovedAnew = ({ site, space }: { site: SiteView; space: SpaceView }) =>
  space.approval ? (
    <p>
      {summary.approvedAnew} {answerTimeWords(site, space)}
    </p>
  ) : null

const MOST_LETTERS = 500

const reasonTyped = (): string | undefined =>
  document.querySelector<HTMLTextAreaElement>('#reason')?.value.trim() || undefined

const usedSpaces = ({ site, booking, preset }: ChooseProps, spaceId: string | undefined) => {
  const { use, places, space } = choiceOf(booking)
  const spaces = site.spaces.filter(({ uses, capacity }) => uses.includes(use) && places <= capacity)
  const named = (id: string | undefined) => spaces.find((each) => each.id === id)
  const own = named(space)
  return { spaces, own, space: named(spaceId ?? preset?.space) ?? own ?? spaces[0] }
}

const Choose = (props: ChooseProps) => {
  const { booking, preset, site, home, asStaff } = props
  const said = wordsFor(asStaff)
  const from = choiceOf(booking)
  const { use, places } = from
  const [spaceId, setSpaceId] = useState<string>()
  const { spaces, own, space } = usedSpaces(props, spaceId)
  const { asked, stays, problem, working, timesTaken, move } = useMoving(booking.id, from, {
    goesTo: `${home}&fait=deplacement`,
    reason: reasonTyped,
  })
  const wait = working ? said.working : undefined
  const over = problem && isOver(problem)
  useAnnouncement(wait)
  return (
    <>
      {asked && problem && <MoveRefused {...props} problem={problem} asked={asked} move={move} />}
      {stays && (
        <Notice title={said.same}>
          <p>{said.sameLead}</p>
        </Notice>
      )}
      {!problem && !stays && <p class="lead">{said.lead}</p>}
      <ChoiceSummary title={said.booking} site={site} space={own} choice={from} />
      {!asStaff && space && <ApprovedAnew site={site} space={space} />}
      {!own && <Gone said={said} site={site} others={spaces} chosen={space} onChoose={setSpaceId} />}
      {asStaff && !over && (
        <TextField rows={4} id="reason" label={staffMoving.reason} maxLength={MOST_LETTERS} />
      )}
      {space && !over && (
        <WeekChoice
          key={`${space.id} ${timesTaken}`}
          what={{ site, space, use, places }}
          preset={asked ?? preset}
          next={{ words: said, go: move, moving: booking.id, from, working: wait }}
        />
      )}
    </>
  )
}

const endOf = ({ status, begun, cancellable, workshop }: BookingView): WebProblem | undefined => {
  if (status === 'cancelled') return { code: 'cancelled' }
  if (workshop) return { code: 'of-workshop' }
  if (begun) return { code: 'already-started' }
  if (status === 'requested' || status === 'offered') return { code: 'not-confirmed' }
  return cancellable ? undefined : { code: 'already-started' }
}

const Moving = (props: MovingProps) => {
  const { booking, home, asStaff } = props
  const over = endOf(booking)
  const from = useAnswer(over ? undefined : booking.site.id, (id) => api.readSite(id))
  useTitle(moving.title)
  return (
    <div class="stack">
      <p>
        <a class="tall" href={home}>
          <span class="back" aria-hidden="true">
            ‹
          </span>
          {wordsFor(asStaff).booking}
        </a>
      </p>
      <h1>{moving.title}</h1>
      {over ? (
        <TimeRefusal refusals={movingRefusals} problem={over} choice={choiceOf(booking)} />
      ) : (
        <Loaded from={from}>{(site) => <Choose {...props} site={site} />}</Loaded>
      )}
    </div>
  )
}

/** Staff comes from one of its own pages. */
const homeOf = ({ id, site }: BookingView, query: URLSearchParams | undefined): string =>
  query?.has('lieu') ? `/traiter?${new URLSearchParams({ lieu: site.id, id })}` : `/reservation?id=${id}`

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={moving.title}>
    {(booking) => (
      <Moving
        booking={booking}
        preset={query && choiceIn(query)}
        home={homeOf(booking, query)}
        asStaff={query?.has('lieu') ?? false}
      />
    )}
  </BookingPage>
)

export const page: Page = { title: moving.page, enhanced: true, View }
