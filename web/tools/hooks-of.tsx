import { useState } from 'preact/hooks'
import type { HookView, MadeHook } from '../../shared/contracts/hook-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useDone } from '../kit/use-done.tsx'
import { hooksAddress } from './hook-address.ts'
import { HookForm } from './hook-form.tsx'
import { HookSecret } from './hook-secret.tsx'
import { refusedIn } from './refused.tsx'
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
  const { done, onDone } = useDone(from.again)
  if (made) {
    const onKept = () => {
      setMade(undefined)
      onDone(words.linked(made.name))
    }
    return <HookSecret of={made} onKept={onKept} />
  }
  return (
    <>
      {done}
      <Loaded from={from} refused={refusedIn(scope)}>
        {({ hooks }) => (
          <>
            <section class="stack">
              <h2>{words.told}</h2>
              {hooks.length === 0 && <p>{words.none}</p>}
              <ul class="plain stack">
                {hooks.map((hook) => (
                  <HookLine key={hook.id} hook={hook} />
                ))}
              </ul>
            </section>
            <section class="stack">
              <h2>{words.link}</h2>
              <HookForm scope={scope} onMade={setMade} />
            </section>
          </>
        )}
      </Loaded>
    </>
  )
}
