import type { SetUpList } from '../../shared/contracts/lending-views.ts'
import { MINUTES_A_QUARTER } from '../../shared/domain/quarter.ts'
import { SPACE_MODELS, type SpaceModelName } from '../../shared/domain/space-models.ts'
import type { SetUp } from './set-up.ts'
import { idleFrom, received } from './set-up.ts'
import { modelNames } from './words/fr/models.ts'

/** The model that an address names, a shared office unless it names one. */
export const setUpOfModel = (wanted: string | null, today: string): SetUp => {
  const name =
    (Object.keys(SPACE_MODELS) as SpaceModelName[]).find((each) => each === wanted) ?? 'shared-office'
  const { uses, limits, buffers, ...model } = SPACE_MODELS[name]
  const { shortestQuarters, longestQuarters, ...days } = limits
  return {
    ...model,
    name: modelNames[name],
    uses: [...uses],
    features: [],
    access: { kind: 'counter-staff' },
    openings: [idleFrom(today)],
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
export const setUpOfCopy = ({ id: _, ...copied }: SetUpList['spaces'][number], today: string): SetUp => {
  const setUp = received({ ...copied, parts: [] })
  return {
    ...setUp,
    access: { kind: setUp.access.kind },
    openings: setUp.openings
      .filter(({ until }) => !until || until >= today)
      .map((opening) => ({ ...opening, from: opening.from > today ? opening.from : today })),
  }
}
