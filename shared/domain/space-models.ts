import { NO_BUFFERS, type Space } from './space.ts'

export type SpaceModel = Pick<Space, 'capacity' | 'uses' | 'workshops' | 'limits' | 'buffers'>

const HOUR = 4
const limits = (shortestQuarters: number, longestQuarters: number, horizonDays: number) => ({
  noticeMinutes: 30,
  horizonDays,
  shortestQuarters,
  longestQuarters,
})

export const SPACE_MODELS = {
  office: {
    capacity: 1,
    uses: ['desk'],
    workshops: false,
    limits: limits(HOUR, 10 * HOUR, 60),
    buffers: NO_BUFFERS,
  },
  'shared-office': {
    capacity: 4,
    uses: ['desk'],
    workshops: false,
    limits: limits(HOUR, 10 * HOUR, 60),
    buffers: NO_BUFFERS,
  },
  'meeting-room': {
    capacity: 8,
    uses: ['room'],
    workshops: false,
    limits: limits(HOUR, 4 * HOUR, 90),
    buffers: { beforeQuarters: 0, afterQuarters: 1 },
  },
  'shared-room': {
    capacity: 15,
    uses: ['desk', 'room'],
    workshops: false,
    limits: limits(HOUR, 8 * HOUR, 180),
    buffers: NO_BUFFERS,
  },
  'digital-island': {
    capacity: 2,
    uses: ['desk'],
    workshops: false,
    limits: limits(2, 2 * HOUR, 30),
    buffers: NO_BUFFERS,
  },
  'workshop-room': {
    capacity: 8,
    uses: ['room'],
    workshops: true,
    limits: limits(HOUR, 4 * HOUR, 180),
    buffers: { beforeQuarters: 1, afterQuarters: 1 },
  },
} as const satisfies Record<string, SpaceModel>

export type SpaceModelName = keyof typeof SPACE_MODELS
