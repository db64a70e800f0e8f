import type { AuditEntry } from '../domain/audit-entry.ts'
import { isSameWindow } from '../domain/door.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Door } from '../domain/space.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange } from './client.ts'
import { ContentionError } from './contention.ts'
import { candidatesOf, type Doors, ownOf } from './door-candidates.ts'
import { codesOf, type DoorUse, tagOf } from './door-code.ts'
import { CodeItem, type Typed, type TypedCode, toldOf, toldUpdate } from './door-code-item.ts'
import { doorCodes } from './keys/door-keys.ts'
import { storeOf } from './store-of.ts'
import { type Write, write } from './write.ts'

/*
 | access                   | how                                                                 | read   |
 | codes typed in at a door | query of its partition                                              | strong |
 | note codes typed in      | transaction: codes (theirs, told of no later revision), audit entry |        |
*/

/** Undefined when it was noted before, or when the door was told something newer. */
const updateOf = async (doors: Doors, typed: Typed): Promise<Write | undefined> => {
  const { use, told } = typed
  const found = ownOf(await candidatesOf(doors, use))
  if (!found?.own || (found.own.told?.revision ?? 0) > told.revision) return undefined
  const before = toldOf(found.own, use.door)
  return before && isSameWindow(before.window, told.window)
    ? undefined
    : toldUpdate(doors.table, found.key, typed)
}

const codeWithTag = ({ keys }: Doors, use: DoorUse, tag: unknown): string | undefined =>
  keys
    .flatMap((key) => codesOf(key, use).map((code) => ({ code, tag: tagOf(key, use, code) })))
    .find((each) => each.tag === tag)?.code

/** Codes typed in at a door, and those of the last week until their deletion is noted. */
const listTyped = async (doors: Doors, site: SiteId, door: Door): Promise<TypedCode[]> => {
  const items = await queryRange(doors.table, doorCodes(site, door.id), { consistent: true })
  return items.flatMap((item) => {
    const { booking, told } = CodeItem.parse(item)
    if (!told?.byHand || !told.window) return []
    const code = codeWithTag(doors, { site, door, booking }, item.sk)
    return code === undefined ? [] : [{ booking, code, revision: told.revision, window: told.window }]
  })
}

/** All of it at once, with the audit entry. Again changes nothing. */
const noteTyped = async (doors: Doors, typed: readonly Typed[], auditEntry: AuditEntry): Promise<void> => {
  const all = await Promise.all(typed.map((each) => updateOf(doors, each)))
  const updates = all.filter((update) => update !== undefined)
  if (updates.length === 0) return
  if (await write(doors.table, [...updates, ...auditEntryWrites(doors.table, [auditEntry])]))
    throw new ContentionError('changed')
}

export const typedCodeStore = (doors: Doors) => storeOf(doors, { listTyped, noteTyped })
