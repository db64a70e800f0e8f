import { useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { answerTimeWords } from '../../availability/answer-time.ts'
import { type Choice, choiceIn, choiceOf, isSameTime, moveAddress } from '../../availability/choice.ts'
import { ChoiceSummary } from '../../availability/choice-summary.tsx'
import { TimeRefusal } from '../../availability/time-refusal.tsx'
import { WeekChoice } from '../../availability/week-choice.tsx'
import { summary } from '../../availability/words/fr/summary.ts'
import { timeRemedies } from '../../availability/words/fr/time-remedies.ts'
import { api, type WebProblem } from '../../kit/api-client.ts'
import { SelectField } from '../../kit/field/select-field.tsx'
import { TextField } from '../../kit/field/text-field.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { signInAddress } from '../../kit/sign-in-address.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { BookingPage } from '../booking-page.tsx'
import { isOver, type Move, useMoving } from '../use-moving.ts'
import { moving, staffMoving } from '../words/fr/moving.ts'
import { movingRefusals, staffMovingRefusals } from '../words/fr/moving-refusals.ts'

type Words = typeof moving | typeof staffMoving

const wordsFor = (asStaff: boolean): Words => (asStaff ? staffMoving : moving)

/** `home`: the page that it was reached from, which says it when it is moved. */
type MovingProps = {
  readonly booking: BookingView
  readonly preset: Choice | undefined
  readonly home: string
  readonly asStaff: boolean
}
type ChooseProps = MovingProps & { readonly site: SiteView }

type RefusedProps = ChooseProps & {
  readonly problem: WebProblem
  readonly asked: Choice
  readonly move: Move
}

const Refused = ({ booking, site, asStaff, problem, asked, move }: RefusedProps) => {
  const from = choiceOf(booking)
  const others = problem.alternatives?.filter((each) => each.space !== from.space || !isSameTime(each, from))
  const next = `${moveAddress(booking.id, asked)}${asStaff ? `&lieu=${site.id}` : ''}`
  return (
    <TimeRefusal
      refusals={asStaff ? staffMovingRefusals : movingRefusals}
      problem={others ? { ...problem, alternatives: others } : problem}
      choice={asked}
      spaces={site.spaces}
      again={() => move(asked)}
      take={{ words: moving.here, at: move }}
      remedies={{
        ...(!isOver(problem) && { choose: ['#week', timeRemedies.choose] }),
        'sign-in': [signInAddress(next), signIn.goSignIn],
      }}
    />
  )
}

type GoneProps = {
  readonly said: Words
  readonly site: SiteView
  readonly others: readonly SpaceView[]
  readonly chosen: SpaceView | undefined
  readonly onChoose: (space: string) => void
}

/** The space is no longer lent, or no longer so: another of the same place may do. */
const Gone = ({ said, site, others, chosen, onChoose }: GoneProps) => (
  <Notice title={said.gone}>
    <p>{chosen ? said.goneLead : said.goneAlone}</p>
    {chosen ? (
      <SelectField
        id="space"
        label={said.space}
        value={chosen.id}
        options={others.map(({ id, name }) => [id, name])}
        onChoose={onChoose}
      />
    ) : (
      <p>
        <a class="tall" href={`/lieu?id=${site.id}`}>
          {said.seeSite(site.name)}
        </a>
      </p>
    )}
  </Notice>
)

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
      {asked && problem && <Refused {...props} problem={problem} asked={asked} move={move} />}
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

/** Staff of the site come from one of their own pages. */
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
