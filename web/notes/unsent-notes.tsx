import { useEffect, useRef, useState } from 'preact/hooks'
import { attendanceApi } from './attendance-client.ts'
import { onChances } from './on-chances.ts'
import { isOwnSent, type SentRoll, sendUnsent } from './send-unsent.ts'
import { keepUnsent, listUnsent, readUnsent } from './unsent.ts'
import { unsent as words } from './words/fr/unsent.ts'

type UnsentProps = {
  /** The roll of this page sends its own. */
  readonly except: string | undefined
}

const waitingIn = (rolls: readonly SentRoll[]): number =>
  rolls.reduce((sum, { isOthers, waiting }) => (isOthers ? sum : sum + waiting), 0)

const PARTS: Parameters<typeof sendUnsent>[1] = {
  ...attendanceApi,
  keep: ({ me, workshop }, change) => keepUnsent(me, workshop, change(readUnsent(me, workshop))),
  now: () => new Date(),
}

/** Sends, from any page of staff, what was noted in a room without a network, and says how much waits. */
const useUnsent = (except: string | undefined) => {
  const [waiting, setWaiting] = useState(0)
  const [isSent, setSent] = useState(false)
  const [refused, setRefused] = useState<readonly SentRoll[]>([])
  const [working, setWorking] = useState(false)
  const isSending = useRef(false)
  const send = async (): Promise<void> => {
    if (isSending.current) return
    isSending.current = true
    setWorking(true)
    const rolls = await sendUnsent(listUnsent(except), PARTS)
    setWaiting(waitingIn(rolls))
    setSent((before) => before || rolls.some(isOwnSent))
    setRefused((before) => [...before, ...rolls.filter((each) => each.refused > 0)])
    setWorking(false)
    isSending.current = false
  }
  useEffect(() => {
    void send()
    return onChances(() => void send())
  }, [])
  return { waiting, refused, working, send, isSent }
}

export const UnsentNotes = ({ except }: UnsentProps) => {
  const { waiting, refused, working, send, isSent } = useUnsent(except)
  return (
    <div class="stack off-paper">
      <p role="status">{waiting > 0 ? words.waiting(waiting) : isSent && !refused.length && words.sent}</p>
      {waiting > 0 && (
        <p>
          <button class="link" type="button" aria-disabled={working} onClick={() => void send()}>
            {words.send}
          </button>
        </p>
      )}
      {refused.map(({ workshop, title = '', refused: count }) => (
        <p key={workshop}>
          {words.refused(count, title)}{' '}
          <a class="tall" href={`/presences?id=${workshop}`}>
            {words.see}
          </a>
        </p>
      ))}
    </div>
  )
}
