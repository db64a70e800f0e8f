import { useState } from 'preact/hooks'
import type { ProposalView } from '../../shared/contracts/proposal-views.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Loading } from '../kit/loading.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useForm } from '../kit/use-form.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { StaffRefused } from '../staff/staff-page.tsx'
import { proposalApi } from './proposal-client.ts'
import { proposalRefusals, proposals as words } from './words/fr/proposing.ts'

type AnswerProps = { readonly site: string; readonly id: string; readonly onAnswered: () => void }

const AnswerForm = ({ site, id, onAnswered }: AnswerProps) => {
  const { tries, errors, problem, refuse, send } = useForm(onAnswered)
  const field = `reponse-${id}`
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const note = String(data.get(field) ?? '').trim()
    if (!note) return refuse({ [field]: words.missing })
    const accepted = (event.submitter as HTMLButtonElement | null)?.value !== 'no'
    send(() => proposalApi.answerProposal(site, id, { accepted, note }))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && (
        <Refusal key={`r${tries}`} problem={problem} refusals={proposalRefusals} again={onAnswered} />
      )}
      <TextField
        rows={4}
        id={field}
        label={words.answer}
        hint={words.answerHint}
        maxLength={500}
        error={errors[field]}
      />
      <div class="actions actions-row">
        <button class="button quiet" type="submit" value="yes">
          {words.accept}
        </button>
        <button class="button quiet" type="submit" value="no">
          {words.decline}
        </button>
      </div>
    </form>
  )
}

const Line = ({ proposal, ...answer }: AnswerProps & { proposal: ProposalView }) => (
  <li class="space-card">
    <h2 class="long-word">{words.by(proposal.name, dayWords(proposal.date))}</h2>
    <p class="long-word prose-lines">{proposal.idea}</p>
    <dl>
      <dt>{words.audience}</dt>
      <dd class="long-word">{proposal.audience}</dd>
      <dt>{words.times}</dt>
      <dd class="long-word">{proposal.times}</dd>
    </dl>
    {proposal.status === 'asked' ? (
      <AnswerForm {...answer} />
    ) : (
      <p class="long-word prose-lines">
        <strong>{words.status[proposal.status]}</strong> : {proposal.note}
      </p>
    )}
  </li>
)

/** Proposals for a site, with a form to answer each. */
export const ProposalLines = ({ site }: { site: string }) => {
  const { loaded, again } = useAnswer(site, proposalApi.listProposals)
  const [said, setSaid] = useState(false)
  const answered = () => {
    setSaid(true)
    again()
  }
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      <p role="status">{said && words.answered}</p>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <StaffRefused problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && loaded.value.proposals.length === 0 && <p>{words.none}</p>}
      {loaded.state === 'here' && (
        <ul class="plain stack">
          {loaded.value.proposals.map((proposal) => (
            <Line key={proposal.id} proposal={proposal} site={site} id={proposal.id} onAnswered={answered} />
          ))}
        </ul>
      )}
    </div>
  )
}
