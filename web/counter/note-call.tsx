import type { Answer } from '../kit/api-client.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { phoneAddress } from '../kit/phone-address.ts'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useSend } from '../kit/use-send.ts'
import { staffApi } from './staff-client.ts'
import { callRefusals, calls as words } from './words/fr/calls.ts'

export const Phone = ({ phone }: { phone: string | undefined }) =>
  phone ? (
    <p>
      <a class="tall" href={phoneAddress(phone)}>
        {words.call(phone)}
      </a>
    </p>
  ) : (
    <p class="soft">{words.noPhone}</p>
  )

type Told = { readonly id: string; readonly version: number }

const noteAll = async (site: string, told: readonly Told[]): Promise<Answer<unknown>> => {
  let answer: Answer<unknown> = { ok: true, value: undefined }
  for (const { id, version } of told) if (answer.ok) answer = await staffApi.noteCall(site, id, version)
  return answer
}

type NoteCallProps = {
  readonly site: string
  readonly name: string
  /** The news that this person was told. */
  readonly told: readonly Told[]
  readonly onNoted: () => void
  /** Whether an offer among them still awaits an answer. */
  readonly unanswered?: boolean
}

export const NoteCall = ({ site, name, told, onNoted, unanswered }: NoteCallProps) => {
  const { working, problem, send } = useSend(onNoted)
  const note = () => send(() => noteAll(site, told))
  useAnnouncement(working ? words.working : undefined)
  return (
    <>
      {problem && (
        <Refusal
          refusals={callRefusals}
          problem={problem}
          again={note}
          remedies={{ choose: [location.pathname + location.search, words.reread] }}
        />
      )}
      <p class="off-paper">
        <button
          class={unanswered ? 'button quiet' : 'button'}
          type="button"
          aria-disabled={working}
          onClick={note}
        >
          {unanswered ? words.madeUnanswered : words.made}
          <span class="for-readers"> : {name}</span>
        </button>
      </p>
    </>
  )
}

export const Noted = () => (
  <p class="free" role="status">
    {words.noted}
  </p>
)

/** Groups items by holder, in order of first appearance. */
export const byHolder = <T extends { readonly holder: string }>(
  all: readonly T[],
): (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>()
  for (const each of all) {
    const group = groups.get(each.holder)
    if (group) group.push(each)
    else groups.set(each.holder, [each])
  }
  return [...groups.values()]
}
