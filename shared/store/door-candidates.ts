import type { Hash } from '../domain/ids.ts'
import { readItems, type Table } from './client.ts'
import { codesOf, type DoorUse, tagOf } from './door-code.ts'
import { CodeItem } from './door-code-item.ts'
import { doorCodeKey } from './keys/door-keys.ts'
import type { Key } from './keys/key.ts'

/** New codes are derived from the first key; codes by the keys that it replaces go on opening. */
export type Doors = { readonly table: Table; readonly keys: readonly [string, ...string[]] }

/** A code that a booking may have at a door; `held` are the bookings that have it, under any of the keys. */
export type Candidate = {
  readonly key: Key
  readonly code: string
  readonly held: readonly CodeItem[]
  readonly own?: CodeItem
}

export const candidatesOf = async ({ table, keys }: Doors, use: DoorUse): Promise<Candidate[]> => {
  const keyOf = (tag: Hash): Key => doorCodeKey(use.site, use.door.id, tag)
  const wanted = keys.flatMap((own) =>
    codesOf(own, use).map((code) => ({
      code,
      key: keyOf(tagOf(own, use, code)),
      tags: keys.map((key) => keyOf(tagOf(key, use, code))),
    })),
  )
  const items = await readItems(
    table,
    wanted.flatMap(({ tags }) => tags),
  )
  return wanted.map(({ code, key, tags }, at) => {
    const found = items.slice(at * keys.length, (at + 1) * keys.length)
    const held = found.filter((item) => item !== undefined).map((item) => CodeItem.parse(item))
    const ownItem = found[tags.findIndex(({ sk }) => sk === key.sk)]
    const own = ownItem && CodeItem.parse(ownItem)
    return { code, key, held, ...(own?.booking === use.booking && { own }) }
  })
}

export const ownOf = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.find(({ own }) => own !== undefined)
