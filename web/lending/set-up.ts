import type { LentSpaceView, SetUpText } from '../../shared/contracts/lending-views.ts'

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

/** Received as JSON, a set-up has no `undefined`, though the type of an answer allows it. */
export const received = (
  setUp: Omit<LentSpaceView, 'id' | 'revision' | 'ended' | 'settled' | 'unstaffed'>,
): SetUp => setUp as SetUp

export const setUpOfSpace = ({
  id: _,
  revision: __,
  ended: ___,
  settled: ____,
  unstaffed: _____,
  ...setUp
}: LentSpaceView): SetUp => received(setUp)
