import { describe, expect, it } from 'vitest'
import type { AttendanceView, NotedAttendanceView } from '../../shared/contracts/attendance-views.ts'
import { linesOn } from '../../web/attendance/sheet-lines.ts'
import type { Answer, WebRefusalKind } from '../../web/kit/api-client.ts'
import { rangeWords } from '../../web/kit/words/fr/time-words.ts'
import type { SentNotes } from '../../web/notes/attendance-client.ts'
import { attendanceDesk } from '../../web/notes/desk.ts'
import { asNoted, countOf, type DropIn, type Mark, NO_NOTES, type Notes } from '../../web/notes/notes.ts'

const at = (minute: number) => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`
const aMark = (booking: string, attendance: Mark['attendance'], minute: number): Mark => ({
  ...{ booking, attendance, at: at(minute) },
})
const aDropIn = (id: string, minute: number, changes: Partial<DropIn> = {}): DropIn => ({
  ...{ id, ageBand: '60-69', occupation: 'retired', skillsTest: false, at: at(minute) },
  ...changes,
})

type Given = Answer<NotedAttendanceView>
const kept: Given = { ok: true, value: { refused: [] } }
const refusal = (code: WebRefusalKind): Given => ({ ok: false, problem: { code } })

/** A phone: its storage outlasts the page, and `answer` is what the service says. */
const aPhone = (answer: { now: Given }) => {
  const phone = { stored: NO_NOTES as Notes, sent: [] as SentNotes[], whole: 0 }
  const open = () =>
    attendanceDesk({
      read: () => phone.stored,
      keep: (change) => {
        phone.stored = change(phone.stored)
      },
      send: async (notes) => {
        phone.sent.push(notes)
        await Promise.resolve()
        return answer.now
      },
      now: () => new Date(at(59)),
      onChange: () => {},
      onSent: () => {
        phone.whole += 1
      },
    })
  return { phone, open }
}

describe('a note made in a room', () => {
  it('is kept without a network, through a closed page, and sent with its times when there is one', async () => {
    const answer = { now: refusal('unreachable') }
    const { phone, open } = aPhone(answer)
    const first = open()
    await first.note({ marks: [aMark('a', 'present', 1)] })
    await first.note({ dropIns: [aDropIn('d', 2)] })
    expect([countOf(phone.stored), phone.whole]).toEqual([2, 0])
    answer.now = kept
    const later = open()
    await later.sendAll()
    expect(phone.sent.at(-1)).toEqual({
      marks: [aMark('a', 'present', 1)],
      dropIns: [aDropIn('d', 2)],
      sentAt: at(59),
    })
    expect([phone.stored, phone.whole, countOf(later.state().noted)]).toEqual([NO_NOTES, 1, 2])
  })

  it('goes with the next request when something is being sent, and nothing is sent twice at once', async () => {
    const { phone, open } = aPhone({ now: kept })
    const desk = open()
    const first = desk.note({ marks: [aMark('a', 'present', 1)] })
    await Promise.all([first, desk.note({ marks: [aMark('a', 'absent', 2), aMark('b', 'present', 3)] })])
    expect(phone.sent.map(({ marks }) => marks)).toEqual([
      [aMark('a', 'present', 1)],
      [aMark('a', 'absent', 2), aMark('b', 'present', 3)],
    ])
    expect([phone.stored, phone.whole]).toEqual([NO_NOTES, 1])
  })

  it('stays on the phone while the session has ended, and leaves it when the service refuses it for good', async () => {
    const answer = { now: refusal('signed-out') }
    const { phone, open } = aPhone(answer)
    const desk = open()
    await desk.note({ marks: [aMark('a', 'present', 1)] })
    expect([countOf(phone.stored), desk.state().problem?.code]).toEqual([1, 'signed-out'])
    // A session that was opened by a code has no right until the sign-in of staff.
    answer.now = refusal('not-found')
    await desk.sendAll()
    expect([countOf(phone.stored), desk.state().problem?.code]).toEqual([1, 'not-found'])
    answer.now = refusal('attendance-closed')
    await desk.sendAll()
    expect(desk.state()).toMatchObject({
      noted: NO_NOTES,
      unsent: NO_NOTES,
      problem: { code: 'attendance-closed' },
    })
    expect([phone.stored, phone.whole]).toEqual([NO_NOTES, 0])
  })

  it('is told when it is refused by itself, until it is noted anew', async () => {
    const answer: { now: Given } = {
      now: { ok: true, value: { refused: [{ id: 'a', code: 'taken' }] } },
    }
    const { open } = aPhone(answer)
    const desk = open()
    await desk.note({ marks: [aMark('a', 'present', 1), aMark('b', 'present', 2)] })
    expect(desk.state().refused).toEqual([{ id: 'a', code: 'taken' }])
    expect(desk.state().noted.marks.map(({ booking }) => booking)).toEqual(['b'])
    answer.now = kept
    await desk.note({ marks: [aMark('a', 'absent', 3)] })
    expect(desk.state().refused).toEqual([])
  })

  it('is shown over the roll that was read, unless that is newer', () => {
    const roll = {
      people: [
        { id: 'a', attendance: 'absent', markedAt: at(5) },
        { id: 'b', attendance: 'absent', markedAt: at(5) },
        { id: 'c' },
      ],
      dropIns: [aDropIn('d', 1), aDropIn('e', 1)],
    } as unknown as Pick<AttendanceView, 'people' | 'dropIns'>
    const shown = asNoted(roll, {
      marks: [aMark('a', 'present', 4), aMark('b', 'present', 6), aMark('c', 'excused', 1)],
      dropIns: [aDropIn('d', 2, { gone: true }), aDropIn('f', 3)],
    })
    expect(shown.people.map(({ attendance }) => attendance)).toEqual(['absent', 'present', 'excused'])
    expect(shown.dropIns.map(({ id }) => id)).toEqual(['e', 'f'])
  })
})

it('a sheet to sign has a line for each person, and as few empty ones as a page has room for', () => {
  const pairs = ['Ahmed', 'Jeanne', 'Rose', 'Louis', 'Marie'].map((name) => ({
    ...{ id: name, name, places: 2, guest: 'Paul', start: '09:00', end: '11:00' },
  }))
  const rollOf = (people: typeof pairs) => ({ start: '09:00', end: '11:00', people })
  const lines = linesOn(
    rollOf([...pairs, { id: 'a', name: 'Denis', places: 1, guest: 'Odette', start: '09:30', end: '10:00' }]),
  )
  expect(lines.slice(0, 2).map(({ name }) => name)).toEqual(['Ahmed', 'Paul'])
  expect([lines[0]?.hours, lines[10]?.hours]).toEqual(['', rangeWords('09:30', '10:00')])
  expect([lines[10]?.name, lines.length, new Set(lines.map(({ id }) => id)).size]).toEqual(['Odette', 15, 15])
  expect(linesOn(rollOf(pairs.slice(0, 2)))).toHaveLength(14)
})
