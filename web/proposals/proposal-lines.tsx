import { useState } from 'preact/hooks'
import type { ProposalView } from '../../shared/contracts/proposal-views.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { textIn } from '../kit/text-in.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { useForm } from '../kit/use-form.ts'
import { common } from '../kit/words/fr/common.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { StaffRefused } from '../staff/staff-page.tsx'
import { proposalApi } from './proposal-client.ts'
import { proposalRefusals, proposals as words } from './words/fr/proposing.ts'

type AnswerProps = { readonly site: string; readonly id: string; readonly onAnswered: () => void }

const AnswerForm = ({ site, id, onAnswered }: AnswerProps) => {
  const { tried, refuse, send } = useForm()
  const field = `reponse-${id}`
  const answer = (form: FormData, { submitter }: SubmitEvent) => {
    const note = textIn(form, field)
    if (!note) return refuse({ [field]: words.missing })
    const accepted = submitter?.getAttribute('value') !== 'no'
    send(() => proposalApi.answerProposal(site, id, { accepted, note }), onAnswered)
  }
  return (
    <Form onSend={answer}>
      <Messages tried={tried} refusals={proposalRefusals} again={onAnswered} />
      <TextField
        rows={4}
        id={field}
        label={words.answer}
        hint={words.answerHint}
        maxLength={500}
        error={tried.errors[field]}
      />
      <div class="actions actions-row">
        <button class="button quiet" type="submit" value="yes" aria-disabled={tried.working}>
          {words.accept}
        </button>
        <button class="button quiet" type="submit" value="no" aria-disabled={tried.working}>
          {words.decline}
        </button>
      </div>
    </Form>
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
        <strong>{words.status[proposal.status]}</strong>
        {common.colon}
        {proposal.note}
      </p>
    )}
  </li>
)

/** Proposals for a site, with a form to answer each. */
export const ProposalLines = ({ site }: { site: string }) => {
  const from = useAnswer(site, proposalApi.listProposals)
  const [said, setSaid] = useState(false)
  const answered = () => {
    setSaid(true)
    from.again()
  }
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      <p role="status">{said && words.answered}</p>
      <Loaded from={from} refused={StaffRefused}>
        {({ proposals }) => (
          <>
            {proposals.length === 0 && <p>{words.none}</p>}
            <ul class="plain stack">
              {proposals.map((each) => (
                <Line key={each.id} proposal={each} site={site} id={each.id} onAnswered={answered} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  )
}
