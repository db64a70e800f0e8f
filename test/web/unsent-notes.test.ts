import { beforeEach, describe, expect, it } from 'vitest'
import type { AttendanceView, NotedAttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { Answer, WebRefusalKind } from '../../web/kit/api-client.ts'
import { NO_NOTES, type Notes } from '../../web/notes/notes.ts'
import { isOwnSent, type SentRoll, sendUnsent } from '../../web/notes/send-unsent.ts'
import type { KeptNotes } from '../../web/notes/unsent.ts'

const AT = '2026-11-24T09:00:00.000Z'
const MARKS: Notes = {
  ...NO_NOTES,
  marks: ['a', 'b'].map((booking) => ({ booking, attendance: 'present', at: AT })),
}

const refusal = (code: WebRefusalKind) => ({ ok: false, problem: { code } }) as const

/** Sophie's device, with what it keeps of three rolls, one of which Karim has noted. */
const aDevice = () => {
  const kept = new Map<string, KeptNotes>(
    [
      ['sophie', 'one'],
      ['sophie', 'two'],
      ['karim', 'three'],
    ].map(([me = '', workshop = '']) => [workshop, { me, workshop, notes: MARKS }]),
  )
  const device = {
    kept,
    sent: [] as string[],
    answer: { ok: true, value: { refused: [] } } as Answer<NotedAttendanceView>,
    isOnline: true,
    send: (): Promise<readonly SentRoll[]> =>
      sendUnsent([...kept.values()], {
        read: async (workshop) =>
          device.isOnline
            ? { ok: true, value: { id: workshop, me: 'sophie', title: 'Premiers pas' } as AttendanceView }
            : refusal('unreachable'),
        note: async (workshop) => {
          device.sent.push(workshop)
          return device.answer
        },
        keep: ({ me, workshop }, change) => {
          kept.set(workshop, { me, workshop, notes: change(kept.get(workshop)?.notes ?? NO_NOTES) })
        },
        now: () => new Date(AT),
      }),
    left: (workshop: string) => kept.get(workshop)?.notes.marks.length,
  }
  return device
}

describe('Attendance that was noted without a network', () => {
  let device: ReturnType<typeof aDevice>
  beforeEach(() => {
    device = aDevice()
  })

  it('leaves from another page, roll by roll, and only by who noted it', async () => {
    const rolls = await device.send()
    expect(device.sent).toEqual(['one', 'two'])
    expect(['one', 'two', 'three'].map(device.left)).toEqual([0, 0, 2])
    expect(rolls.map(({ waiting, isOthers }) => [waiting, isOthers])).toEqual([
      [0, undefined],
      [0, undefined],
      [2, true],
    ])
  })

  it('is said to be recorded to who noted it, and not to a colleague whose device it is too', async () => {
    expect((await device.send()).some(isOwnSent)).toBe(true)
    for (const own of ['one', 'two']) device.kept.delete(own)
    expect((await device.send()).some(isOwnSent)).toBe(false)
    device = aDevice()
    device.isOnline = false
    expect((await device.send()).some(isOwnSent)).toBe(false)
  })

  it('stays and is counted while there is no network, or no session', async () => {
    device.isOnline = false
    expect((await device.send()).map(({ waiting }) => waiting)).toEqual([2, 2, 2])
    device.isOnline = true
    device.answer = refusal('signed-out')
    expect((await device.send()).map(({ waiting }) => waiting)).toEqual([2, 2, 2])
    expect(['one', 'two', 'three'].map(device.left)).toEqual([2, 2, 2])
  })

  it('is told where it is refused, one by one or as a whole', async () => {
    device.answer = { ok: true, value: { refused: [{ id: 'a', code: 'cancelled' }] } }
    expect((await device.send())[0]).toMatchObject({ waiting: 0, refused: 1, title: 'Premiers pas' })
    device = aDevice()
    device.answer = refusal('attendance-closed')
    expect((await device.send())[0]).toMatchObject({ waiting: 0, refused: 2 })
    expect(device.left('one')).toBe(0)
  })
})
