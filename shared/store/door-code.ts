import { createHmac } from 'node:crypto'
import { isEasilyGuessed } from '../domain/door.ts'
import type { BookingId, Hash, SiteId } from '../domain/ids.ts'
import type { Door } from '../domain/space.ts'

export type DoorUse = { readonly site: SiteId; readonly door: Door; readonly booking: BookingId }

const MOST_CANDIDATES = 8

const macOf = (key: string, ...parts: readonly (string | number)[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest()

/** In the order of trying. Nobody can compute them without the key. */
export const codesOf = (key: string, { site, door: { id, digits }, booking }: DoorUse): string[] => {
  const codes: string[] = []
  for (let at = 0; codes.length < MOST_CANDIDATES; at++) {
    const number = macOf(key, 'code', site, id, digits, booking, at).readBigUInt64BE() % 10n ** BigInt(digits)
    const code = String(number).padStart(digits, '0')
    if (!isEasilyGuessed(code) && !codes.includes(code)) codes.push(code)
  }
  return codes
}

export const tagOf = (key: string, { site, door }: Pick<DoorUse, 'site' | 'door'>, code: string): Hash =>
  macOf(key, 'tag', site, door.id, code).toString('hex') as Hash
