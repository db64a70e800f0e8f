import { useState } from 'preact/hooks'
import type { DeliveryList, HookView, MadeHook } from '../../shared/contracts/hook-views.ts'
import type { Answer } from '../kit/api-client.ts'
import { Confirmation } from '../kit/confirmation.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useDone } from '../kit/use-done.tsx'
import { useSend } from '../kit/use-send.ts'
import { DeliveryLines } from './delivery-lines.tsx'
import { HookSecret } from './hook-secret.tsx'
import { refusedIn } from './refused.tsx'
import { toolApi } from './tool-client.ts'
import { hookRefusals } from './words/fr/hook-refusals.ts'
import { hooks as words } from './words/fr/hooks.ts'

/** Does something with a tool, and says what came of it. */
const useActs = (again: () => void) => {
  const { done, onDone } = useDone(again)
  const sending = useSend<string>(onDone)
  const act = <T,>(ask: () => Promise<Answer<T>>, said: (value: T) => string) =>
    sending.send(async () => {
      const answer = await ask()
      return answer.ok ? { ok: true, value: said(answer.value) } : answer
    })
  return { ...sending, done, onDone, act }
}

type Acts = ReturnType<typeof useActs>

const isMissing = ({ deliveries }: DeliveryList): boolean =>
  deliveries.some(({ state, tries }) => state === 'set-aside' || (state === 'waiting' && tries > 0))

/** What is most needed stands out: resuming, sending what is missing, or a trial. */
const MainActs = ({ list, acts: { act, working } }: { list: DeliveryList; acts: Acts }) => {
  const { scope, id, pause } = list.hook
  const trial = () =>
    act(
      () => toolApi.tryHook(scope, id),
      ({ answer, arrived }) => words.tried(answer, arrived),
    )
  const resume = () =>
    act(
      () => toolApi.resumeHook(scope, id),
      () => words.resumed,
    )
  const replay = () =>
    act(
      () => toolApi.replay(scope, id),
      ({ replayed, isWhole }) => words.replayed(replayed, isWhole),
    )
  const all = [
    ...(pause ? [[words.resume, resume] as const] : []),
    ...(isMissing(list) ? [[words.replayAll, replay] as const] : []),
    [words.trial, trial] as const,
  ]
  return (
    <div class="actions actions-row">
      {all.map(([said, onClick], at) => (
        <button
          key={said}
          class={at === 0 ? 'button' : 'button quiet'}
          type="button"
          aria-disabled={working}
          onClick={onClick}
        >
          {said}
        </button>
      ))}
    </div>
  )
}

type LastProps = {
  readonly hook: HookView
  readonly working: boolean
  readonly onReplaced: (made: MadeHook) => void
  readonly onRemoved: () => void
}

const LastActs = ({ hook, working, onReplaced, onRemoved }: LastProps) => {
  const replacing = useSend<MadeHook>(onReplaced)
  const removing = useSend(onRemoved)
  const { scope, id, name, secretNumber } = hook
  const refused = replacing.problem ?? removing.problem
  return (
    <>
      {refused && <Refusal refusals={hookRefusals} problem={refused} />}
      <Confirmation
        label={words.replace}
        question={words.sureToReplace}
        yes={words.yesReplace}
        no={words.noReplace}
        working={replacing.working || working}
        onConfirm={() => replacing.send(() => toolApi.replaceSecret(scope, id, secretNumber + 1))}
      />
      <Confirmation
        label={words.remove}
        question={words.sureToRemove(name)}
        yes={words.yesRemove}
        no={words.noRemove}
        working={removing.working}
        onConfirm={() => removing.send(() => toolApi.removeHook(scope, id))}
      />
    </>
  )
}

type HookProps = { readonly scope: string; readonly id: string; readonly onRemoved: () => void }

/** One tool, with what it was told. */
export const HookPage = ({ scope, id, onRemoved }: HookProps) => {
  const from = useAnswer(id, () => toolApi.listDeliveries(scope, id))
  const acts = useActs(from.again)
  const [made, setMade] = useState<MadeHook>()
  // A secret must outlast the list that each act reads anew.
  if (made) {
    const onKept = () => {
      setMade(undefined)
      acts.onDone(words.replaced)
    }
    return <HookSecret of={made} onKept={onKept} />
  }
  return (
    <>
      {acts.done}
      <Loaded from={from} refused={refusedIn(scope)}>
        {(list) => (
          <>
            <section class="stack">
              <h2 class="long-word">{list.hook.name}</h2>
              <p class="long-word">{list.hook.url}</p>
              <p>
                {words.about(list.hook.topics)}
                <br />
                {words.state(list.hook)}
              </p>
              {acts.problem && <Refusal refusals={hookRefusals} problem={acts.problem} />}
              <MainActs list={list} acts={acts} />
              <p role="status">{acts.working && words.working}</p>
            </section>
            <section class="stack">
              <h2>{words.sent}</h2>
              {list.deliveries.length === 0 && <p>{words.noneSent}</p>}
              <DeliveryLines
                deliveries={list.deliveries}
                working={acts.working}
                onReplay={(event) =>
                  acts.act(
                    () => toolApi.replay(scope, id, event),
                    ({ replayed }) => words.replayed(replayed, true),
                  )
                }
              />
              {!list.isWhole && <p>{words.notWhole}</p>}
            </section>
            <LastActs hook={list.hook} working={acts.working} onReplaced={setMade} onRemoved={onRemoved} />
          </>
        )}
      </Loaded>
    </>
  )
}
