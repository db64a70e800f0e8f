import type { AuditEntry } from '../domain/audit-entry.ts'
import { isSameWindow } from '../domain/door.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Door } from '../domain/space.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange } from './client.ts'
import { ContentionError } from './contention.ts'
import { codesOf, tagOf } from './door-code.ts'
import { CodeItem, type Typed, type TypedCode, toldOf, toldUpdate } from './door-code-item.ts'
import type { DoorStore } from './door-store.ts'
import { doorCodes } from './keys.ts'
import { type Write, write } from './write.ts'

/*
 | access                      | how                                                                     | consistency |
 | what was typed in at a door | query of its partition                                                  | strong      |
 | who typed codes in says so  | transaction: each code (theirs, told of no later revision), audit entry |             |
*/

/** What is said by hand of the codes of doors. */
export const typedCodeStore = ({ table, keys, findOwn }: DoorStore) => {
  /** Undefined for what was said before, or is told since. */
  const updateOf = async (typed: Typed): Promise<Write | undefined> => {
    const { use, told } = typed
    const found = await findOwn(use)
    if (!found?.own || (found.own.told?.revision ?? 0) > told.revision) return undefined
    const before = toldOf(found.own, use.door)
    return before && isSameWindow(before.window, told.window)
      ? undefined
      : toldUpdate(table, found.key, typed)
  }

  return {
    /** What is typed in at a door, or was within the last days, until it is said to be deleted. */
    listTyped: async (site: SiteId, door: Door): Promise<TypedCode[]> => {
      const items = await queryRange(table, doorCodes(site, door.id), { consistent: true })
      return items.flatMap((item) => {
        const { booking, told } = CodeItem.parse(item)
        if (!told?.byHand || !told.window) return []
        const use = { site, door, booking }
        const all = keys.flatMap((key) =>
          codesOf(key, use).map((code) => ({ code, tag: tagOf(key, use, code) })),
        )
        const code = all.find(({ tag }) => tag === item.sk)?.code
        return code === undefined ? [] : [{ booking, code, revision: told.revision, window: told.window }]
      })
    },

    /** All of it at once, and the act with it. Again changes nothing. */
    noteTyped: async (typed: readonly Typed[], auditEntry: AuditEntry): Promise<void> => {
      const updates = (await Promise.all(typed.map(updateOf))).filter((update) => update !== undefined)
      if (updates.length === 0) return
      if (await write(table, [...updates, ...auditEntryWrites(table, [auditEntry])]))
        throw new ContentionError('changed')
    },
  }
}
