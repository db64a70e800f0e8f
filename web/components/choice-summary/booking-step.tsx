import type { ComponentChildren } from 'preact'
import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { useAnswer } from '../../answers.ts'
import { api } from '../../api-client.ts'
import { type Choice, choiceIn } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import { common } from '../../messages/fr/common.ts'
import { Refusal, Unread } from '../notice/refusal.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import { ChoiceSummary } from './choice-summary.tsx'

export type StepProps = { readonly choice: Choice; readonly spaces: readonly SpaceView[] }

type BookingStepProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (props: StepProps) => ComponentChildren
}

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

const Step = ({ site, choice, children }: Pick<BookingStepProps, 'children'> & { site: SiteView; choice: Choice }) => {
  const space = site.spaces.find(({ id }) => id === choice.space)
  if (!space) return <Refusal problem={{ code: 'not-found' }} />
  return (
    <div class="split step">
      <ChoiceSummary site={site} space={space} choice={choice} />
      <div class="stack">{children({ choice, spaces: site.spaces })}</div>
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
        <Step site={loaded.value} choice={choice}>
          {children}
        </Step>
      )}
    </div>
  )
}
