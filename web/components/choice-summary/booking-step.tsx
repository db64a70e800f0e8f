import type { ComponentChildren } from 'preact'
import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { answerTimeWords } from '../../answer-time.ts'
import { useAnswer } from '../../answers.ts'
import { api } from '../../api-client.ts'
import { type Choice, choiceIn, chooseAddress } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import { common } from '../../messages/fr/common.ts'
import { summary } from '../../messages/fr/summary.ts'
import { Refusal, Unread } from '../notice/refusal.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import { ChoiceSummary } from './choice-summary.tsx'

export type StepProps = {
  readonly choice: Choice
  readonly spaces: readonly SpaceView[]
  /** What was booked already with this choice, if anything was. */
  readonly booking?: string | undefined
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

/** To the booking that this step came from, or else to another time. */
const wayBack = (choice: Choice, booking: string | undefined): [address: string, words: string] =>
  booking
    ? [`/reservation?${new URLSearchParams({ id: booking })}`, summary.back]
    : [chooseAddress(choice), summary.change]

const Step = ({ site, choice, booking, children }: Omit<StepProps, 'spaces'> & WhatStep) => {
  const [address, words] = wayBack(choice, booking)
  const space = site.spaces.find(({ id }) => id === choice.space)
  if (!space) return <Refusal problem={{ code: 'not-found' }} />
  return (
    <div class="split step">
      <ChoiceSummary site={site} space={space} choice={choice}>
        {space.approval && <p>{answerTimeWords(site, space, choice)}</p>}
        <p>
          <a class="tall" href={address}>
            {words}
          </a>
        </p>
      </ChoiceSummary>
      <div class="stack">{children({ choice, booking, spaces: site.spaces })}</div>
    </div>
  )
}

/** A step of booking: its form, and beside it what is about to be booked. */
export const BookingStep = ({ query, title, children }: BookingStepProps) => {
  const choice = query && choiceIn(query)
  const { loaded, again } = useAnswer(choice?.site, (site) => api.readSite(site))
  return (
    <div class="stack">
      <h1>{title}</h1>
      {query && !choice && <Incomplete />}
      {(!query || (choice && loaded.state === 'waiting')) && <Waiting />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {choice && loaded.state === 'here' && (
        <Step site={loaded.value} choice={choice} booking={query?.get('reservation') ?? undefined}>
          {children}
        </Step>
      )}
    </div>
  )
}
