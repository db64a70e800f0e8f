import { useState } from 'preact/hooks'
import type { OwnProposalView } from '../../shared/contracts/proposal-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useSend } from '../kit/use-send.ts'
import { common } from '../kit/words/fr/common.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { proposalApi } from './proposal-client.ts'
import { proposals as answers, withdrawingRefusals, ownProposals as words } from './words/fr/proposing.ts'

type LineProps = { readonly proposal: OwnProposalView; readonly again: () => void }

const Line = ({ proposal: read, again }: LineProps) => {
  const [proposal, setProposal] = useState(read)
  const { problem, working, send } = useSend(setProposal)
  const { id, site, date, idea, status, note } = proposal
  const withdraw = () => send(() => proposalApi.withdraw(site.id, id))
  return (
    <li class="space-card">
      <p>
        <a class="tall long-word" href={`/lieu/${site.id}`}>
          <strong>{site.name}</strong>
        </a>
      </p>
      <p class="soft">{words.made(dayWords(date))}</p>
      <p class="long-word prose-lines">{idea}</p>
      <p role="status">
        <strong>{proposal === read ? answers.status[status] : words.withdrawn}</strong>
      </p>
      {note && (
        <p class="long-word prose-lines">
          {words.answer}
          {common.colon}
          <span lang={langOfStaff()}>{note}</span>
        </p>
      )}
      {problem && (
        <Refusal
          problem={problem}
          refusals={withdrawingRefusals}
          again={problem.code === 'changed' ? again : withdraw}
        />
      )}
      {status === 'asked' && !problem && (
        <button class="link alone" type="button" aria-disabled={working} onClick={withdraw}>
          {words.withdraw}
          <span class="for-readers">{words.withdrawOf(site.name)}</span>
        </button>
      )}
    </li>
  )
}

/** The list may lag behind, so a proposal just made is added to it. */
const withMade = (
  listed: readonly OwnProposalView[],
  made: OwnProposalView | undefined,
): OwnProposalView[] => (made && listed.every(({ id }) => id !== made.id) ? [made, ...listed] : [...listed])

const Nothing = () => (
  <>
    <p class="lead">{words.none}</p>
    <p>{words.lead}</p>
    <p>
      <a class="button" href="/">
        {words.search}
      </a>
    </p>
  </>
)

type OwnProposalsProps = {
  /** The proposal just made. */
  readonly made?: OwnProposalView | undefined
  readonly alone?: true
}

export const OwnProposals = ({ made, alone }: OwnProposalsProps) => {
  const from = useAnswer(made?.id ?? 'mine', () => proposalApi.listMine())
  return (
    <Loaded from={from}>
      {(listed) => {
        const proposals = withMade(listed.proposals, made)
        if (proposals.length === 0) return alone && <Nothing />
        return (
          <section class="stack">
            {!alone && <h2>{words.title}</h2>}
            <ul class="plain stack">
              {proposals.map((each) => (
                <Line key={`${each.id} ${each.status}`} proposal={each} again={from.again} />
              ))}
            </ul>
          </section>
        )
      }}
    </Loaded>
  )
}
