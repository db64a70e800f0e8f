import type { SetUpList } from '../../shared/contracts/lending-views.ts'
import { MINUTES_A_QUARTER } from '../../shared/domain/quarter.ts'
import type { AccessKind } from '../../shared/domain/space.ts'
import { SPACE_MODELS, type SpaceModelName } from '../../shared/domain/space-models.ts'
import type { SetUp } from './set-up.ts'
import { idleFrom, received } from './set-up.ts'
import { modelNames } from './words/fr/models.ts'

/** What is asked of a kind of access, not answered yet. */
export const emptyAccess = (kind: AccessKind): SetUp['access'] => {
  if (kind === 'key-holder') return { kind, keeper: { name: '', address: '', hours: [] } }
  return kind === 'host' ? { kind, host: { name: '' } } : { kind }
}

/** The model that an address names, a shared office unless it names one. */
export const setUpOfModel = (wanted: string | null, today: string): SetUp => {
  const name =
    (Object.keys(SPACE_MODELS) as SpaceModelName[]).find((each) => each === wanted) ?? 'shared-office'
  const { uses, limits, buffers, basis, ...model } = SPACE_MODELS[name]
  const { shortestQuarters, longestQuarters, ...days } = limits
  return {
    ...model,
    name: modelNames[name],
    uses: [...uses],
    features: [],
    access: emptyAccess(basis === 'counter' ? 'counter-staff' : 'key-holder'),
    openings: [{ ...idleFrom(today), basis }],
    limits: {
      ...days,
      shortestMinutes: shortestQuarters * MINUTES_A_QUARTER,
      longestMinutes: longestQuarters * MINUTES_A_QUARTER,
    },
    buffers: {
      beforeMinutes: buffers.beforeQuarters * MINUTES_A_QUARTER,
      afterMinutes: buffers.afterQuarters * MINUTES_A_QUARTER,
    },
    parts: [],
  }
}

/** A copied set-up starts today, without access details and without parts. */
export const setUpOfCopy = (
  { id: _, access, ...copied }: SetUpList['spaces'][number],
  today: string,
): SetUp => {
  const setUp = received({ ...copied, access: emptyAccess(access.kind), parts: [] })
  return {
    ...setUp,
    openings: setUp.openings
      .filter(({ until }) => !until || until >= today)
      .map((opening) => ({ ...opening, from: opening.from > today ? opening.from : today })),
  }
}
