import { useState } from 'preact/hooks'
import type { ProposalView } from '../../../shared/contracts/proposal-views.ts'
import { useAnswer } from '../../answers.ts'
import type { WebProblem } from '../../api-client.ts'
import { proposalRefusals, proposals as words } from '../../messages/fr/proposing.ts'
import { proposalApi } from '../../proposal-client.ts'
import { dayWords } from '../../time-words.ts'
import { ErrorSummary } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'
import { Refusal } from '../notice/refusal.tsx'
import { StaffRefused } from '../staff/staff-page.tsx'
import { Waiting } from '../waiting/waiting.tsx'

type AnswerProps = { readonly site: string; readonly id: string; readonly onAnswered: () => void }

const AnswerForm = ({ site, id, onAnswered }: AnswerProps) => {
  const [{ tries, error, problem }, setState] = useState<{ tries: number; error?: string; problem?: WebProblem }>({
    tries: 0,
  })
  const field = `reponse-${id}`
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const note = String(data.get(field) ?? '').trim()
    if (!note) return setState({ tries: tries + 1, error: words.missing })
    const accepted = (event.submitter as HTMLButtonElement | null)?.value !== 'no'
    const answer = await proposalApi.answerProposal(site, id, { accepted, note })
    if (answer.ok) onAnswered()
    else setState({ tries: tries + 1, problem: answer.problem })
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {error && <ErrorSummary key={tries} errors={{ [field]: error }} />}
      {problem && <Refusal key={tries} problem={problem} refusals={proposalRefusals} again={onAnswered} />}
      <TextField rows={4} id={field} label={words.answer} hint={words.answerHint} maxLength={500} error={error} />
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

/** What people would do with a place, and the answer of those in charge of it. */
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
      {loaded.state === 'waiting' && <Waiting />}
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
