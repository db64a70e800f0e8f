import type { Amenity } from '../../../shared/domain/space.ts'

/** What helps people in, and what they find there, in the order in which it is said. */
export const AMENITY_GROUPS = {
  access: ['step-free', 'accessible-parking', 'accessible-toilets', 'hearing-loop', 'parking'],
  onSite: [
    'toilets',
    'wifi',
    'computers',
    'printer',
    'screen',
    'projector',
    'whiteboard',
    'kitchen',
    'coffee',
  ],
} as const satisfies Record<string, readonly Amenity[]>
