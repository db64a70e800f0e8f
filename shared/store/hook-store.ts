import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import { HOOK_PAUSES, HOOK_TOPICS, type Hook, type HookScope } from '../domain/hook.ts'
import type { Hash, HookId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { formatScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, InstantItem } from './branded.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { type Condition, IS_ABSENT, IS_PRESENT, when } from './expression.ts'
import { ScopeItem } from './grant-item.ts'
import { allHooks, hookKey, hooksOf, hooksVersionKey } from './keys/hook-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { putNew, remove, update, write } from './write.ts'

/*
 | access                      | how                                                        | read   |
 | hooks of a scope            | query of the partition HOOKS                               | strong |
 | all hooks, their version    | query of the partition, get                                | strong |
 | one hook                    | get                                                        | strong |
 | make, change, remove        | transaction: the hook, the version, an audit entry         |        |
 | note whether it is reached  | update                                                     |        |
*/

const HookItem = z.object({
  id: branded<HookId>(),
  scope: ScopeItem,
  name: z.string(),
  url: z.string(),
  topics: z.array(z.enum(HOOK_TOPICS)),
  secret: z.int().min(1),
  replacedAt: InstantItem.exactOptional(),
  failingSince: InstantItem.exactOptional(),
  pausedAt: InstantItem.exactOptional(),
  pause: z.enum(HOOK_PAUSES).exactOptional(),
  createdAt: InstantItem,
  requestHash: branded<Hash>(),
})

export type StoredHook = Hook & { readonly requestHash: Hash }

export const hookOf = (item: unknown): StoredHook => {
  const { scope, ...hook } = HookItem.parse(item)
  if (scope.kind === 'network') throw new TypeError('a hook of the whole network')
  return { ...hook, scope }
}

const hookItem = (hook: StoredHook): Item => ({
  ...hookKey(hook.scope, hook.id),
  ...hook,
  scope: formatScope(hook.scope),
})

const listHooks = async (table: Table, scope: HookScope): Promise<StoredHook[]> =>
  (await queryRange(table, hooksOf(scope), { consistent: true })).map(hookOf)

const listAllHooks = async (table: Table): Promise<StoredHook[]> =>
  (await queryRange(table, allHooks, { consistent: true })).map(hookOf)

const findHook = async (table: Table, scope: HookScope, id: HookId): Promise<StoredHook | undefined> => {
  const [item] = await readItems(table, [hookKey(scope, id)])
  return item && hookOf(item)
}

/** 0 before the first hook. */
const readVersion = async (table: Table): Promise<number> => {
  const [item] = await readItems(table, [hooksVersionKey])
  return item ? z.number().parse(item.version) : 0
}

const newVersion = (table: Table, condition?: Condition) =>
  update(table, hooksVersionKey, { add: { version: 1 }, ...(condition && { when: condition }) })

/** False when its id is taken, or when any hook has changed since this version. */
const addHook = async (
  table: Table,
  hook: StoredHook,
  version: number,
  auditEntry: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    putNew(table, hookItem(hook)),
    newVersion(table, version === 0 ? IS_ABSENT : when`#version = ${version}`),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

type HookChange = Partial<Pick<Hook, 'secret' | 'replacedAt' | 'failingSince' | 'pausedAt' | 'pause'>>

/** Undefined takes a field off. False when its secret was replaced since, or it is gone. */
const changeHook = async (
  table: Table,
  { scope, id, secret }: Hook,
  change: HookChange,
  auditEntry: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    update(table, hookKey(scope, id), { set: change, when: when`#secret = ${secret}` }),
    newVersion(table),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

const removeHook = async (
  table: Table,
  { scope, id }: Pick<Hook, 'scope' | 'id'>,
  auditEntry: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    remove(table, hookKey(scope, id), IS_PRESENT),
    newVersion(table),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

const noteReached = async (table: Table, { scope, id }: Hook): Promise<void> => {
  await changeItem(table, hookKey(scope, id), { remove: ['failingSince'], when: IS_PRESENT })
}

const noteFailing = async (table: Table, { scope, id }: Hook, now: Instant): Promise<void> => {
  await changeItem(table, hookKey(scope, id), {
    set: { failingSince: now },
    when: when`attribute_exists(pk) AND attribute_not_exists(failingSince)`,
  })
}

/** Its people are told by the stream, once. Nothing when something has arrived since, or it was resumed. */
const pause = async (
  table: Table,
  { scope, id, failingSince }: Hook,
  why: NonNullable<Hook['pause']>,
  now: Instant,
): Promise<void> => {
  await changeItem(table, hookKey(scope, id), {
    set: { pausedAt: now, pause: why },
    when:
      why === 'gone'
        ? when`attribute_exists(pk) AND attribute_not_exists(pausedAt)`
        : when`#failingSince = ${failingSince} AND attribute_not_exists(pausedAt)`,
  })
}

export type HookStore = ReturnType<typeof hookStore>

export const hookStore = (table: Table) =>
  storeOf(table, {
    listHooks,
    listAllHooks,
    findHook,
    readVersion,
    addHook,
    changeHook,
    removeHook,
    noteReached,
    noteFailing,
    pause,
  })
