import { useState } from 'preact/hooks'
import type { MadeApiKeyView } from '../../shared/contracts/api-key-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useAnswer } from '../kit/use-answer.ts'
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
  const [said, setSaid] = useState<string>()
  useAnnouncement(said)
  return (
    <Loaded from={from} refused={refusedIn(scope)}>
      {({ keys }) => (
        <>
          {said && <p class="done">{said}</p>}
          {made && (
            <ShownOnce
              key={made.id}
              title={words.made(made.name)}
              lead={words.madeLead}
              label={words.keyLabel}
              secret={made.token}
              words={words}
              onKept={() => setMade(undefined)}
            />
          )}
          <KeyLines
            keys={keys}
            onRevoked={() => {
              setSaid(words.revoked)
              from.again()
            }}
          />
          {!made && (
            <section class="stack">
              <h2>{words.link}</h2>
              <KeyForm
                scope={scope}
                onMade={(key) => {
                  setSaid(undefined)
                  setMade(key)
                  from.again()
                }}
              />
            </section>
          )}
        </>
      )}
    </Loaded>
  )
}
