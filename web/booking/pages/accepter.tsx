import { useState } from 'preact/hooks'
import type { AcceptanceView } from '../../../shared/contracts/conditions-views.ts'
import { ownPath } from '../../../shared/domain/own-path.ts'
import { acceptingRefusals } from '../../availability/words/fr/conditions-refusals.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { DateField } from '../../kit/field/date-field.tsx'
import { ErrorSummary } from '../../kit/field/error-summary.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Refusal, Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { SignIn } from '../../people/sign-in.tsx'
import { conditionsApi } from '../conditions-client.ts'
import { accepting as words } from '../words/fr/accepting.ts'

type Where = { readonly site: string; readonly as: string | undefined; readonly next: string }

type Outcome = { readonly tries: number; readonly working?: boolean; readonly problem?: WebProblem }

const useAccepting = ({ site, as }: Where, { conditions }: AcceptanceView, onAccepted: () => void) => {
  const [{ tries, working, problem }, setOutcome] = useState<Outcome>({ tries: 0 })
  const accept = async (insuredUntil: string) => {
    setOutcome({ tries, working: true })
    const insured = conditions.needsInsurance && insuredUntil ? { insuredUntil } : {}
    const answer = await conditionsApi.accept(site, {
      version: conditions.version,
      ...insured,
      ...(as && { as }),
    })
    setOutcome({ tries: tries + 1, ...(!answer.ok && { problem: answer.problem }) })
    if (answer.ok) onAccepted()
  }
  return { tries, working, problem, accept }
}

type AskProps = { readonly where: Where; readonly asked: AcceptanceView; readonly onAccepted: () => void }

const Ask = ({ where, asked, onAccepted }: AskProps) => {
  const { tries, working, problem, accept } = useAccepting(where, asked, onAccepted)
  const wrong =
    problem?.code === 'insurance-missing' ? acceptingRefusals['insurance-missing'].says() : undefined
  if (problem?.code === 'not-found' && where.as) return <p class="lead">{words.leadOnly}</p>
  return (
    <form
      class="form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!working) accept(String(new FormData(event.currentTarget).get('insured') ?? ''))
      }}
    >
      {wrong && <ErrorSummary key={`errors ${tries}`} errors={{ insured: wrong }} />}
      {problem && !wrong && (
        <Refusal key={`problem ${tries}`} refusals={acceptingRefusals} problem={problem} />
      )}
      {asked.conditions.needsInsurance && (
        <>
          <p class="hint">{words.insuredHint}</p>
          <DateField id="insured" label={words.insuredUntil} min="" defaultValue="" error={wrong} />
        </>
      )}
      <button class="button" type="submit" aria-disabled={working}>
        {words.submit}
      </button>
      <p role="status">{working && words.working}</p>
    </form>
  )
}

const Rules = ({ where, asked, onAccepted }: AskProps) => {
  const { conditions, accepted, insuredUntil } = asked
  const isAccepted = accepted === conditions.version
  useAnnouncement(isAccepted ? words.accepted : undefined)
  return (
    <>
      <p class="lead">{isAccepted ? words.accepted : where.as ? words.leadAssociation : words.lead}</p>
      <div class="rules long-word">{conditions.rules}</div>
      {isAccepted && conditions.needsInsurance && insuredUntil && <p>{words.insured(insuredUntil)}</p>}
      {isAccepted && (
        <p>
          <a class="button" href={where.next}>
            {where.next.startsWith('/lieu') ? words.toSite : words.goOn}
          </a>
        </p>
      )}
      {(!isAccepted || conditions.needsInsurance) && (
        <Ask where={where} asked={asked} onAccepted={onAccepted} />
      )}
    </>
  )
}

const whereIn = (query: URLSearchParams): Where => {
  const site = query.get('lieu') ?? ''
  const next = ownPath(query.get('next')) ?? `/lieu?${new URLSearchParams({ id: site })}`
  return { site, as: query.get('pour') ?? undefined, next }
}

const View = ({ query }: ViewProps) => {
  const where = query && whereIn(query)
  const { loaded, again } = useAnswer(where && `${where.site} ${where.as}`, () =>
    conditionsApi.read(where?.site ?? '', where?.as),
  )
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={words.title} lead={words.signInLead} onSignedIn={again} />
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && where && <Rules where={where} asked={loaded.value} onAccepted={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
