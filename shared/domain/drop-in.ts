import { type MarkingRefusal, refusalOfMarking } from './attendance.ts'
import type { DropInId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Site } from './site.ts'
import type { Workshop } from './workshop.ts'

/** Those of the activity report that digital mediators write in France (La Coop, ANCT), eldest last. */
export const AGE_BANDS = [
  'under-12',
  '12-17',
  '18-24',
  '25-39',
  '40-59',
  '60-69',
  '70-and-over',
  'not-said',
] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** What the same report calls the status of a person. */
export const OCCUPATIONS = ['at-school', 'in-work', 'without-work', 'retired', 'not-said'] as const
export type Occupation = (typeof OCCUPATIONS)[number]

/** Somebody who came without a seat: counted, never named. The last note by its own time holds. */
export type DropIn = {
  readonly id: DropInId
  readonly ageBand: AgeBand
  readonly occupation: Occupation
  /** Whether the person did a test of their digital skills. */
  readonly skillsTest: boolean
  readonly at: Instant
  /** Counted by mistake, and taken back. */
  readonly gone?: true | undefined
}

/** Those taken back included. */
const MOST_DROP_INS = 300

export type DropInRefusal = MarkingRefusal | { readonly kind: 'too-many-drop-ins'; readonly most: number }

type DropInContext = {
  readonly workshop: Workshop
  readonly site: Site
  readonly known: readonly DropIn[]
  readonly now: Instant
}

/** `news` are to be written: a note that came before, from whichever device, is none. */
export type DropInDecision = {
  readonly news: readonly DropIn[]
  readonly refused: readonly { readonly id: DropInId; readonly refusal: DropInRefusal }[]
}

export const decideDropIns = (
  noted: readonly DropIn[],
  { workshop, site, known, now }: DropInContext,
): DropInDecision => {
  const latest = new Map(known.map((each) => [each.id, each]))
  const news = new Map<DropInId, DropIn>()
  const refused: DropInDecision['refused'][number][] = []
  for (const each of noted) {
    const before = latest.get(each.id)
    if (before && before.at >= each.at) continue
    const isFull = !before && latest.size >= MOST_DROP_INS
    const refusal: DropInRefusal | undefined = isFull
      ? { kind: 'too-many-drop-ins', most: MOST_DROP_INS }
      : refusalOfMarking(workshop, site, { at: each.at, now })
    if (refusal) refused.push({ id: each.id, refusal })
    else {
      latest.set(each.id, each)
      news.set(each.id, each)
    }
  }
  return { news: [...news.values()], refused }
}
