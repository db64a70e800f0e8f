import type { OpeningBasis } from './opening.ts'
import { NO_BUFFERS, type Space } from './space.ts'

/** `basis`: an assisted space is lent while the counter is open, others while it is closed. */
export type SpaceModel = Pick<Space, 'capacity' | 'uses' | 'workshops' | 'limits' | 'buffers'> & {
  readonly basis: OpeningBasis
}

const HOUR = 4
const limits = (shortestQuarters: number, longestQuarters: number, horizonDays: number) => ({
  noticeMinutes: 30,
  horizonDays,
  shortestQuarters,
  longestQuarters,
})

export const SPACE_MODELS = {
  office: {
    basis: 'idle',
    capacity: 1,
    uses: ['desk'],
    workshops: false,
    limits: limits(HOUR, 10 * HOUR, 60),
    buffers: NO_BUFFERS,
  },
  'shared-office': {
    basis: 'idle',
    capacity: 4,
    uses: ['desk'],
    workshops: false,
    limits: limits(HOUR, 10 * HOUR, 60),
    buffers: NO_BUFFERS,
  },
  'meeting-room': {
    basis: 'idle',
    capacity: 8,
    uses: ['room'],
    workshops: false,
    limits: limits(HOUR, 4 * HOUR, 90),
    buffers: { beforeQuarters: 0, afterQuarters: 1 },
  },
  'shared-room': {
    basis: 'idle',
    capacity: 15,
    uses: ['desk', 'room'],
    workshops: false,
    limits: limits(HOUR, 8 * HOUR, 180),
    buffers: NO_BUFFERS,
  },
  'digital-island': {
    basis: 'counter',
    capacity: 2,
    uses: ['desk'],
    workshops: false,
    limits: limits(2, 2 * HOUR, 30),
    buffers: NO_BUFFERS,
  },
  'workshop-room': {
    basis: 'idle',
    capacity: 8,
    uses: ['room'],
    workshops: true,
    limits: limits(HOUR, 4 * HOUR, 180),
    buffers: { beforeQuarters: 1, afterQuarters: 1 },
  },
} as const satisfies Record<string, SpaceModel>

export type SpaceModelName = keyof typeof SPACE_MODELS
