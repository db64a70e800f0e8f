import type { ComponentChildren } from 'preact'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { common } from '../kit/words/fr/common.ts'
import { answerTimeWords } from './answer-time.ts'
import { type Choice, choiceIn, chooseAddress } from './choice.ts'
import { ChoiceSummary } from './choice-summary.tsx'
import { WayIn } from './way-in.tsx'
import { weekApi } from './week-client.ts'
import { choose } from './words/fr/choose.ts'
import { summary } from './words/fr/summary.ts'

export type StepProps = {
  readonly choice: Choice
  readonly spaces: readonly SpaceView[]
  /** The booking already made with this choice, if any. */
  readonly booking?: string | undefined
  /** The site has to accept the booking. */
  readonly isRequest: boolean
  readonly today: string
}

type BookingStepProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (props: StepProps) => ComponentChildren
}

type WhatStep = Pick<BookingStepProps, 'children'> & { readonly site: SiteView }

const Incomplete = () => (
  <>
    <p>{choose.incomplete}</p>
    <p>
      <a class="tall" href="/">
        {common.backHome}
      </a>
    </p>
  </>
)

/** Leads to the booking that this step came from, or else to another time. */
const wayBack = (
  choice: Choice,
  booking: string | undefined,
): [address: string, words: string, what?: string] =>
  booking
    ? [`/reservation?${new URLSearchParams({ id: booking })}`, summary.back]
    : [chooseAddress(choice), summary.change, summary.changeWhat]

type WayInThenProps = Pick<WhatStep, 'site'> & Pick<StepProps, 'choice'> & { readonly space: SpaceView }

/** The way in, and what to know of it at the chosen time as soon as that is here. */
const WayInThen = ({ site, space, choice: { date, start, end } }: WayInThenProps) => {
  const { loaded } = useAnswer(`${space.id} ${date} ${start} ${end}`, () =>
    weekApi.readWayIn(site.id, space.id, { date, start, end }),
  )
  const when = loaded.state === 'here' ? loaded.value : undefined
  return <WayIn access={space.access} when={when} phone={site.phone} />
}

const Step = ({
  site,
  choice,
  booking,
  children,
}: Omit<StepProps, 'spaces' | 'isRequest' | 'today'> & WhatStep) => {
  const [address, words, what] = wayBack(choice, booking)
  const space = site.spaces.find(({ id }) => id === choice.space)
  if (!space) return <Refusal problem={{ code: 'not-found' }} />
  return (
    <div class="split step">
      <ChoiceSummary site={site} space={space} choice={choice}>
        <h3>{summary.howIn}</h3>
        <WayInThen site={site} space={space} choice={choice} />
        {space.approval && <p>{answerTimeWords(site, space, choice)}</p>}
        <p>
          <a class="tall" href={address}>
            {words}
            {what && <span class="for-readers">{what}</span>}
          </a>
        </p>
      </ChoiceSummary>
      <div class="stack">
        {children({
          choice,
          booking,
          spaces: site.spaces,
          isRequest: space.approval !== undefined,
          today: site.today,
        })}
      </div>
    </div>
  )
}

/** A step of booking: its form, beside a summary of the chosen time. */
export const BookingStep = ({ query, title, children }: BookingStepProps) => {
  const choice = query && choiceIn(query)
  const from = useAnswer(choice?.site, (site) => api.readSite(site))
  return (
    <div class="stack">
      <h1>{title}</h1>
      {query && !choice ? (
        <Incomplete />
      ) : (
        <Loaded from={from}>
          {(site) =>
            choice && (
              <Step site={site} choice={choice} booking={query?.get('reservation') ?? undefined}>
                {children}
              </Step>
            )
          }
        </Loaded>
      )}
    </div>
  )
}
