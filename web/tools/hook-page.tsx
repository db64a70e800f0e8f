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
import { refusedIn } from './refused.tsx'
import { ShownOnce } from './shown-once.tsx'
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
  return { ...sending, done, act }
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

type SecretProps = { readonly hook: HookView; readonly acts: Acts; readonly onRemoved: () => void }

const LastActs = ({ hook, acts, onRemoved }: SecretProps) => {
  const [made, setMade] = useState<MadeHook>()
  const { send, problem, working } = useSend<MadeHook>(setMade)
  const removing = useSend(onRemoved)
  const { scope, id, name, secretNumber } = hook
  const refused = problem ?? removing.problem
  if (made)
    return (
      <ShownOnce
        title={words.made(name)}
        lead={words.madeLead}
        label={words.secretLabel}
        secret={made.secret}
        words={words}
        onKept={() => setMade(undefined)}
      />
    )
  return (
    <>
      {refused && <Refusal refusals={hookRefusals} problem={refused} />}
      <Confirmation
        label={words.replace}
        question={words.sureToReplace}
        yes={words.yesReplace}
        no={words.noReplace}
        working={working || acts.working}
        onConfirm={() => send(() => toolApi.replaceSecret(scope, id, secretNumber + 1))}
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
            <LastActs hook={list.hook} acts={acts} onRemoved={onRemoved} />
          </>
        )}
      </Loaded>
    </>
  )
}
