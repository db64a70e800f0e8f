import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import type { Choice } from '../availability/choice.ts'
import { choiceOf, isSameTime, moveAddress } from '../availability/choice.ts'
import { TimeRefusal } from '../availability/time-refusal.tsx'
import { timeRemedies } from '../availability/words/fr/time-remedies.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { SelectField } from '../kit/field/select-field.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { signInAddress } from '../kit/sign-in-address.ts'
import { signIn } from '../people/words/fr/sign-in.ts'
import type { Move } from './use-moving.ts'
import { isOver } from './use-moving.ts'
import { moving, staffMoving } from './words/fr/moving.ts'
import { movingRefusals, staffMovingRefusals } from './words/fr/moving-refusals.ts'

type Words = typeof moving | typeof staffMoving

export const wordsFor = (asStaff: boolean): Words => (asStaff ? staffMoving : moving)

/** `home` is the page that led here; it tells that the booking has moved. */
export type MovingProps = {
  readonly booking: BookingView
  readonly preset: Choice | undefined
  readonly home: string
  readonly asStaff: boolean
}
export type ChooseProps = MovingProps & { readonly site: SiteView }

type RefusedProps = ChooseProps & {
  readonly problem: WebProblem
  readonly asked: Choice
  readonly move: Move
}

/** Why a booking keeps its time, with other times that are free. */
export const MoveRefused = ({ booking, site, asStaff, problem, asked, move }: RefusedProps) => {
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

/** The site no longer lends the space for this use; another space may do. */
export const Gone = ({ said, site, others, chosen, onChoose }: GoneProps) => (
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
        <a class="tall" href={`/lieu/${site.id}`}>
          {said.seeSite(site.name)}
        </a>
      </p>
    )}
  </Notice>
)
