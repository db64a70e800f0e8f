import type { LentAccessView } from '../../../shared/contracts/access-text.ts'
import type { AccessView } from '../../../shared/contracts/access-views.ts'
import type { MinuteRange } from '../../../shared/domain/counter-hours.ts'
import { formatMinutes } from '../../../shared/domain/quarter.ts'
import type { Access } from '../../../shared/domain/space.ts'

export const viewOfMinutes = ([from, to]: MinuteRange): [string, string] => [
  formatMinutes(from),
  formatMinutes(to),
]

/** For those who lend the space. */
export const viewOfLentAccess = (access: Access): LentAccessView => {
  if (access.kind === 'key-holder') {
    const { keeper } = access
    return { ...access, keeper: { ...keeper, hours: keeper.hours.map((day) => day.map(viewOfMinutes)) } }
  }
  if (access.kind !== 'door-code') return access
  const { door, ...rest } = access
  return { ...rest, ...(door && { door: { ...door, byHand: door.byHand ?? false } }) }
}

/** For who has booked. */
export const viewOfAccess = (access: Access): AccessView => viewOfLentAccess(access)

/** For everybody: without the host. */
export const viewOfPublicAccess = (access: Access): AccessView => {
  if (access.kind !== 'host') return viewOfAccess(access)
  const { host: _, ...rest } = access
  return rest
}
