import type { LentSpaceView, SetUpList, SetUpText } from '../../shared/contracts/lending-views.ts'
import { MINUTES_A_QUARTER } from '../../shared/domain/quarter.ts'
import { SPACE_MODELS, type SpaceModelName } from '../../shared/domain/space-models.ts'
import { modelNames } from './words/fr/models.ts'

export type SetUp = SetUpText
export type Opening = SetUp['openings'][number]

/** The idle hours of the weekdays, from a day on. */
export const idleFrom = (from: string): Opening => ({
  basis: 'idle',
  start: '08:00',
  end: '19:00',
  weekdays: [1, 2, 3, 4, 5],
  from,
  onHolidays: false,
})

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

/** Received as JSON, a set-up has no `undefined`, though the type of an answer allows it. */
const received = (setUp: Omit<LentSpaceView, 'id' | 'revision' | 'ended' | 'settled'>): SetUp =>
  setUp as SetUp

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

export const setUpOfSpace = ({
  id: _,
  revision: __,
  ended: ___,
  settled: ____,
  ...setUp
}: LentSpaceView): SetUp => received(setUp)
