import { describe, expect, it } from 'vitest'
import type { HolderId, SpaceId } from '../../shared/domain/ids.ts'
import { isServedBy } from '../../shared/domain/waitlist.ts'
import { aBooking } from '../support/builders.ts'
import { aWaitlistEntry } from '../support/waitlist-entry.ts'

const room = (places: number) => aBooking({ space: 'salle' as SpaceId, use: 'room', places })
const waitFor = (places: number) => {
  const { space: _, ...anywhere } = aWaitlistEntry('h'.repeat(20) as HolderId, { places })
  return anywhere
}

describe('a group that waits for desks', () => {
  it('has them in a room that holds all of it', () => {
    expect(isServedBy(waitFor(6), room(6))).toBe(true)
  })

  it('still waits when it books a room that is too small for it', () => {
    expect(isServedBy(waitFor(6), room(4))).toBe(false)
  })
})
