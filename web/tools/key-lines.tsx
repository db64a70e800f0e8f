import type { ApiKeyView } from '../../shared/contracts/api-key-views.ts'
import { Confirmation } from '../kit/confirmation.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { type Sending, useSend } from '../kit/use-send.ts'
import { toolApi } from './tool-client.ts'
import { toolRefusals } from './words/fr/tool-refusals.ts'
import { tools as words } from './words/fr/tools.ts'

type LinesProps = { readonly keys: readonly ApiKeyView[]; readonly onRevoked: () => void }

const about = ({ scope, role, isOver, validUntil, lastUsedOn, madeBy }: ApiKeyView): string[] => [
  scope.startsWith('association:') ? words.ofAssociation : words.roles[role],
  isOver ? words.isOver(validUntil) : words.validUntil(validUntil),
  words.lastUsed(lastUsedOn),
  ...(madeBy ? [words.madeBy(madeBy)] : []),
]

const KeyLine = ({ of, send, working }: { of: ApiKeyView } & Omit<Sending, 'problem'>) => (
  <li class="right-line stack">
    <h3 class="long-word">{of.name}</h3>
    <p>
      {about(of).map((each) => (
        <span key={each}>
          {each}
          <br />
        </span>
      ))}
    </p>
    <Confirmation
      label={words.revoke}
      about={words.revokeOf(of.name)}
      question={words.sure(of.name)}
      yes={words.yes}
      no={words.no}
      working={working}
      onConfirm={() => send(() => toolApi.revokeKey(of.scope, of.id))}
    />
  </li>
)

/** Keys with their last use, each with a button to revoke it. */
export const KeyLines = ({ keys, onRevoked }: LinesProps) => {
  const { problem, ...revoking } = useSend(onRevoked)
  return (
    <section class="stack">
      <h2>{words.keys}</h2>
      {problem && <Refusal refusals={toolRefusals} problem={problem} />}
      {keys.length === 0 && <p>{words.none}</p>}
      <ul class="plain stack">
        {keys.map((key) => (
          <KeyLine key={key.id} of={key} {...revoking} />
        ))}
      </ul>
    </section>
  )
}
