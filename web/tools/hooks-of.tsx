import { useState } from 'preact/hooks'
import type { HookView, MadeHook } from '../../shared/contracts/hook-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { hooksAddress } from './hook-address.ts'
import { HookForm } from './hook-form.tsx'
import { refusedIn } from './refused.tsx'
import { ShownOnce } from './shown-once.tsx'
import { toolApi } from './tool-client.ts'
import { hooks as words } from './words/fr/hooks.ts'

const HookLine = ({ hook }: { hook: HookView }) => (
  <li class="right-line stack">
    <h3 class="long-word">{hook.name}</h3>
    <p>
      {words.about(hook.topics)}
      <br />
      {words.state(hook)}
    </p>
    <a class="tall" href={hooksAddress(hook.scope, hook.id)}>
      {words.deliveries}
      <span class="for-readers">{words.deliveriesOf(hook.name)}</span>
    </a>
  </li>
)

/** The tools that are told of a scope, and a form for another one, which gives way to a new secret. */
export const HooksOf = ({ scope }: { scope: string }) => {
  const from = useAnswer(scope, toolApi.listHooks)
  const [made, setMade] = useState<MadeHook>()
  return (
    <Loaded from={from} refused={refusedIn(scope)}>
      {({ hooks }) => (
        <>
          {made && (
            <ShownOnce
              title={words.made(made.name)}
              lead={words.madeLead}
              label={words.secretLabel}
              secret={made.secret}
              words={words}
              onKept={() => setMade(undefined)}
            />
          )}
          <section class="stack">
            <h2>{words.told}</h2>
            {hooks.length === 0 && <p>{words.none}</p>}
            <ul class="plain right-lines">
              {hooks.map((hook) => (
                <HookLine key={hook.id} hook={hook} />
              ))}
            </ul>
          </section>
          {!made && (
            <section class="stack">
              <h2>{words.link}</h2>
              <HookForm
                scope={scope}
                onMade={(hook) => {
                  setMade(hook)
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
