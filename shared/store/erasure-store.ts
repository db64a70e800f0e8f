import { ConditionalCheckFailedException, DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Booking } from '../domain/booking.ts'
import { type Hash, type HolderId, NOBODY, type WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import { auditEntryItem } from './audit-entry-item.ts'
import { changeItem } from './change-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { dropAll } from './drop-all.ts'
import { hashOf } from './hash.ts'
import { queryHolder } from './holder-index.ts'
import { type Forgetting, forgettingOf, holderOf } from './identity-item.ts'
import { bookingKey, emailKey, holderKey, type Key, siteBookingKey, usageKey, workshopKey } from './keys.ts'
import { otherKeysOf, otherWaysTo } from './keys-elsewhere.ts'
import {
  allOfAddress,
  auditEntries,
  auditEntryKey,
  emailItems,
  holderItems,
  listedOfHolder,
} from './privacy-keys.ts'
import { retryContended } from './retry.ts'
import { transact } from './transact.ts'
import { personOf, usageNames, usageOf } from './usage-item.ts'
import { put, remove, write } from './write.ts'

/*
 | access                         | how                                                                   | consistency |
 | begin to forget a holder       | transaction: their address (theirs), their name, address and phone    |             |
 | how far it is                  | get                                                                   | strong      |
 | nobody's booking, act, sitting | update, on condition that it is still theirs                          |             |
 | all that was told in a scope   | query of its partition, then deletes, 100 at once                     | strong      |
 | no more of a usage record      | update, then delete when it is empty, on condition of its revision    |             |
 | all of a holder, an address    | query of their partitions and of the index, then deletes, 100 at once | strong      |
*/

const LAST = (10 ** 15 - 1) as Instant

const keyOf = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) })

/** Its place, its time and what became of it stay: they are counted. */
const PERSONAL = [
  'bookedBy',
  'note',
  'countsFor',
  'series',
  'wait',
  'replaces',
  'replacedBy',
  'startsLocal',
] as const

export const erasureStore = (table: Table) => ({
  /**
   * From here on nobody can sign in as them, and nothing leads to them by name. Answers what is left to find the rest;
   * undefined when there is nobody.
   */
  begin: (holder: HolderId): Promise<Forgetting | undefined> =>
    retryContended(async () => {
      const [item] = await readItems(table, [holderKey(holder)])
      if (!item) return undefined
      const begun = forgettingOf(item)
      if (begun) return begun
      const known = holderOf(item)
      const email = known.email === undefined ? undefined : hashOf('email', known.email)
      const forgetting = { person: personOf(known), ...(email && { email }) }
      const address = email && (await readItems(table, [emailKey(email)]))[0]
      const update = {
        TableName: table.name,
        Key: marshall(holderKey(holder)),
        UpdateExpression: 'SET forgetting = :forgetting REMOVE #name, email, phone, #identity, #register',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#name': 'name', '#identity': 'identity', '#register': 'register' },
        ExpressionAttributeValues: marshall({ ':forgetting': forgetting }),
      }
      const ways = [...(email && address?.holder === holder ? [emailKey(email)] : []), ...otherWaysTo(item)]
      await transact(table, [{ Update: update }, ...ways.map((key) => remove(table, key))])
      return forgetting
    }),

  /** It takes its places as before; nobody can change it as its holder any more. */
  anonymise: async ({ id, holder, site, date }: Booking): Promise<void> => {
    const whose = { ':nobody': NOBODY, ':holder': holder }
    await changeItem(table, siteBookingKey(site, date, id), {
      set: 'SET holder = :nobody',
      when: 'holder = :holder',
      values: whose,
    })
    await changeItem(table, bookingKey(id), {
      set: `SET holder = :nobody, requestHash = :none, #revision = #revision + :one REMOVE ${PERSONAL.map((name) => `#${name}`).join(', ')}`,
      when: 'holder = :holder',
      values: { ...whose, ':none': '-', ':one': 1 },
    })
  },

  /** Takes a booking out of its person's usage record; one that is empty goes. */
  leaveUsage: async ({ id, site, countsFor: person }: Booking): Promise<void> => {
    if (!person) return
    const key = usageKey(site, person)
    const { active: ownActive, missed: ownMissed } = usageNames(id)
    const item = await changeItem(table, key, {
      set: 'REMOVE #active, #missed ADD revision :one',
      when: 'attribute_exists(pk)',
      names: { '#active': ownActive, '#missed': ownMissed },
      values: { ':one': 1 },
    })
    if (!item) return
    const { active, missed, revision } = usageOf(item, site, person)
    if (Object.keys({ ...active, ...missed }).length > 0) return
    const isAsRead = {
      ConditionExpression: 'revision = :read',
      ExpressionAttributeValues: marshall({ ':read': revision }),
    }
    await table.client
      .send(new DeleteItemCommand({ TableName: table.name, Key: marshall(key), ...isAsRead }))
      .catch((error) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      })
  },

  /** What was done stays, and which other did it; no longer to whom. */
  anonymiseAuditEntry: async ({ holder, as, ...auditEntry }: AuditEntry): Promise<void> => {
    const about = auditEntry.about === holder ? NOBODY : auditEntry.about
    const by = auditEntry.by === holder ? NOBODY : auditEntry.by
    const isForThem = as?.scope.kind === 'association' && as.scope.association === holder
    await write(table, [
      ...(about === auditEntry.about ? [] : [remove(table, auditEntryKey(auditEntry))]),
      put(table, auditEntryItem({ ...auditEntry, about, by, ...(as && !isForThem && { as }) })),
    ])
  },

  /** All that was told in a scope. */
  dropTrail: async (scope: Scope): Promise<void> => {
    const items = await queryRange(table, auditEntries(scope, 0 as Instant, LAST), { consistent: true })
    await dropAll(table, items.map(keyOf))
  },

  /** A workshop that was led by somebody is led by nobody. */
  anonymiseWorkshop: async (id: WorkshopId, mediator: HolderId): Promise<void> => {
    await changeItem(table, workshopKey(id), {
      set: 'SET mediator = :nobody, mediatorName = :nothing, requestHash = :none',
      when: 'mediator = :mediator',
      values: { ':nobody': NOBODY, ':nothing': '', ':none': '-', ':mediator': mediator },
    })
  },

  /** All that an address led to: codes, invitations. Nothing when somebody has signed in with it anew. */
  dropAddress: async (email: Hash): Promise<void> => {
    const [own, listed] = await Promise.all([
      queryRange(table, emailItems(email), { consistent: true }),
      queryHolder(table, email as string as HolderId, allOfAddress),
    ])
    if (own.some(({ sk }) => sk === emailKey(email).sk)) return
    await dropAll(
      table,
      [...own, ...listed].flatMap((item) => [keyOf(item), ...otherKeysOf(item)]),
    )
  },

  /** All that stands in the holder's partition or is listed as theirs; the holder last. */
  dropHolder: async (holder: HolderId): Promise<void> => {
    const items = await queryRange(table, holderItems(holder), { consistent: true })
    for (const range of listedOfHolder)
      await dropAll(table, (await queryHolder(table, holder, range)).map(keyOf))
    const { sk: last } = holderKey(holder)
    await dropAll(
      table,
      items.map(keyOf).filter(({ sk }) => sk !== last),
    )
    await dropAll(table, [holderKey(holder)])
  },
})
