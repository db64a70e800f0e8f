import { useAnnouncement } from '../../answers.ts'
import type { Answer } from '../../api-client.ts'
import { callRefusals, calls as words } from '../../messages/fr/calls.ts'
import { staffApi } from '../../staff-client.ts'
import { useDoing } from '../../use-doing.ts'
import { Refusal } from '../notice/refusal.tsx'

export const Phone = ({ phone }: { phone: string | undefined }) =>
  phone ? (
    <p>
      <a class="tall" href={`tel:${phone.replace(/\s/g, '')}`}>
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
  /** All that this person was told. */
  readonly told: readonly Told[]
  readonly onNoted: () => void
  /** Whether an offer among them still awaits an answer. */
  readonly unanswered?: boolean
}

export const NoteCall = ({ site, name, told, onNoted, unanswered }: NoteCallProps) => {
  const { working, problem, run } = useDoing(onNoted)
  const note = () => run(() => noteAll(site, told))
  useAnnouncement(working ? words.working : undefined)
  return (
    <>
      {problem && (
        <Refusal
          refusals={callRefusals}
          problem={problem}
          again={note}
          ways={{ choose: [location.pathname + location.search, words.reread] }}
        />
      )}
      <p class="off-paper">
        <button class={unanswered ? 'button quiet' : 'button'} type="button" aria-disabled={working} onClick={note}>
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

/** What is one person’s, together, in the order in which they first come. */
export const byHolder = <T extends { readonly holder: string }>(all: readonly T[]): (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>()
  for (const each of all) {
    const group = groups.get(each.holder)
    if (group) group.push(each)
    else groups.set(each.holder, [each])
  }
  return [...groups.values()]
}
