import { useState } from 'preact/hooks'
import type { MadeApiKeyView } from '../../shared/contracts/api-key-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useDone } from '../kit/use-done.tsx'
import { KeyForm } from './key-form.tsx'
import { KeyLines } from './key-lines.tsx'
import { refusedIn } from './refused.tsx'
import { ShownOnce } from './shown-once.tsx'
import { toolApi } from './tool-client.ts'
import { tools as words } from './words/fr/tools.ts'

/** The keys of a scope, and a form for another one, which gives way to a key that was just made. */
export const KeysOf = ({ scope }: { scope: string }) => {
  const from = useAnswer(scope, toolApi.listKeys)
  const [made, setMade] = useState<MadeApiKeyView>()
  const { done, onDone } = useDone(from.again)
  // A key must outlast a list that cannot be read.
  if (made)
    return (
      <ShownOnce
        title={words.made(made.name)}
        lead={words.madeLead}
        label={words.keyLabel}
        secret={made.token}
        words={words}
        onKept={() => {
          setMade(undefined)
          onDone(words.linked(made.name))
        }}
      />
    )
  return (
    <>
      {done}
      <Loaded from={from} refused={refusedIn(scope)}>
        {({ keys }) => (
          <>
            <KeyLines keys={keys} onRevoked={() => onDone(words.revoked)} />
            <section class="stack">
              <h2>{words.link}</h2>
              <KeyForm scope={scope} onMade={setMade} />
            </section>
          </>
        )}
      </Loaded>
    </>
  )
}
