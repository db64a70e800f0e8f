import { describe, expect, it } from 'vitest'
import { type DropIn, decideDropIns } from '../../shared/domain/drop-in.ts'
import type { DropInId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { aSite, aWorkshop, PARIS } from '../support/builders.ts'

const workshop = aWorkshop()
const start = instantAt(workshop.date, workshop.start, PARIS)
const end = instantAt(workshop.date, workshop.end, PARIS)
const aDropIn = (id: string, minute: number, changes: Partial<DropIn> = {}): DropIn => ({
  ...{ id: id as DropInId, ageBand: '60-69', occupation: 'retired', skillsTest: false },
  at: addMinutes(start, minute),
  ...changes,
})

const decide = (noted: readonly DropIn[], known: readonly DropIn[] = [], now = end) =>
  decideDropIns(noted, { workshop, site: aSite(), known, now })

describe('people who come without a seat', () => {
  it('are counted once, however often and from however many devices they are sent', () => {
    const [one, other] = [aDropIn('a', 1), aDropIn('b', 2)]
    expect(decide([one, other, one]).news).toEqual([one, other])
    expect(decide([one, other], [one]).news).toEqual([other])
    expect(decide([one, other], [one, other]).news).toEqual([])
  })

  it('are as the last note by its own time says, whichever arrives last', () => {
    const [counted, gone] = [aDropIn('a', 1), aDropIn('a', 2, { gone: true })]
    for (const notes of [
      [counted, gone],
      [gone, counted],
    ])
      expect(decide(notes).news.at(-1)).toEqual(gone)
    expect(decide([counted], [gone]).news).toEqual([])
    expect(decide([gone], [counted]).news).toEqual([gone])
  })

  it('are counted from the start until thirty days after the end, each by itself', () => {
    const [early, right] = [aDropIn('a', -1), aDropIn('b', 1)]
    expect(decide([early, right])).toEqual({
      news: [right],
      refused: [{ id: 'a', refusal: { kind: 'not-started' } }],
    })
    const late = addMinutes(end, 30 * 24 * 60)
    expect(decide([right], [], addMinutes(late, -1)).news).toEqual([right])
    expect(decide([right], [], late).refused).toEqual([
      { id: 'b', refusal: { kind: 'attendance-closed', days: 30 } },
    ])
  })

  it('are at most three hundred in a workshop', () => {
    const known = Array.from({ length: 300 }, (_, at) => aDropIn(String(at), 1))
    const { news, refused } = decide([aDropIn('new', 2), aDropIn('7', 2, { gone: true })], known)
    expect(news).toEqual([aDropIn('7', 2, { gone: true })])
    expect(refused).toEqual([{ id: 'new', refusal: { kind: 'too-many-drop-ins', most: 300 } }])
  })
})
