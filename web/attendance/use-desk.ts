import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { newKey } from '../kit/new-key.ts'
import { attendanceApi } from '../notes/attendance-client.ts'
import { attendanceDesk, type DeskState } from '../notes/desk.ts'
import { asNoted, type DropIn, type Mark } from '../notes/notes.ts'
import { onChances } from '../notes/on-chances.ts'
import { keepUnsent, readUnsent } from '../notes/unsent.ts'

/** Two notes never have the same time, so that the later one holds. */
const clock = () => {
  let last = 0
  return (): string => {
    last = Math.max(Date.now(), last + 1)
    return new Date(last).toISOString()
  }
}

/** The roll with what was noted on this device, and the acts that note more. */
export const useDesk = (read: AttendanceView) => {
  const { id, me } = read
  const [roll, setRoll] = useState(read)
  const [, setState] = useState<DeskState>()
  const at = useMemo(clock, [])
  const desk = useMemo(
    () =>
      attendanceDesk({
        read: () => readUnsent(me, id),
        keep: (change) => keepUnsent(me, id, change(readUnsent(me, id))),
        send: (notes) => attendanceApi.note(id, notes),
        now: () => new Date(),
        onChange: setState,
        // The worker keeps this answer, for when the page is opened without a network.
        onSent: async () => {
          const answer = await attendanceApi.read(id)
          if (answer.ok) setRoll(answer.value)
        },
      }),
    [id, me],
  )
  useEffect(() => {
    void desk.sendAll()
    return onChances(() => void desk.sendAll())
  }, [desk])
  const state = desk.state()
  return {
    roll: asNoted(roll, state.noted),
    state,
    mark: (booking: string, attendance: Mark['attendance']) =>
      desk.note({ marks: [{ booking, attendance, at: at() }] }),
    count: (facts: Omit<DropIn, 'id' | 'at' | 'gone'>) =>
      desk.note({ dropIns: [{ ...facts, id: newKey(), at: at() }] }),
    uncount: ({ id: dropIn, ageBand, occupation, skillsTest }: Omit<DropIn, 'at'>) =>
      desk.note({ dropIns: [{ id: dropIn, ageBand, occupation, skillsTest, at: at(), gone: true }] }),
    sendAll: desk.sendAll,
  }
}

export type Desk = ReturnType<typeof useDesk>
