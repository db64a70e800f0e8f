import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { endOf } from '../domain/session.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { dropAll } from './drop-all.ts'
import { IS_PRESENT } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { sessionOf } from './identity-item.ts'
import { callsOfHolder, dateOfCall, isOpenCallKey } from './keys/call-keys.ts'
import { HOLDERS_TO_REVIEW, holderInKey, holderItems, holderKey, reviewedFrom } from './keys/holder-keys.ts'
import { BY_HOLDER, BY_LOOKUP, type Key, keyOf, sortable } from './keys/key.ts'
import { retainedKindOf } from './keys/retained-keys.ts'
import { dateInKey } from './keys/site-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                 | how                                              | read     |
 | whom to look at by now | query of the index by-lookup by time, page by page | eventual |
 | all of a holder        | query of their partition                         | strong   |
 | calls to a holder      | query of the index by-holder                     | eventual |
 | when to look again     | update                                           |          |
 | delete items           | deletes, 100 at once                             |          |
*/

/** `stays`: an association, or a disabled account, which must not come back. */
export type RetainedItem = { readonly key: Key } & (
  | { readonly kind: 'holder'; readonly stays: boolean }
  | { readonly kind: 'own-day'; readonly date: LocalDate }
  | { readonly kind: 'session'; readonly expiresAt: Instant }
  | { readonly kind: 'in-use' }
)

export type RetainedCall = { readonly key: Key; readonly date: LocalDate; readonly isOpen: boolean }

const staysOf = (item: Item): boolean => item.kind === 'association' || item.disabledAt !== undefined

const retainedItemOf = (item: Item): RetainedItem[] => {
  const key = keyOf(item)
  const kind = retainedKindOf(key)
  if (kind === 'holder') return [{ key, kind, stays: staysOf(item) }]
  if (kind === 'own-day') return [{ key, kind, date: dateInKey(key) }]
  if (kind === 'session') return [{ key, kind, expiresAt: endOf(sessionOf(item)) }]
  return kind ? [{ key, kind }] : []
}

async function* listToReview(table: Table, now: Instant, most: number): AsyncGenerator<HolderId[]> {
  let next: QueryCommandOutput['LastEvaluatedKey']
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: BY_LOOKUP.indexName,
        KeyConditionExpression: '#partition = :partition AND #sort <= :now',
        ExpressionAttributeNames: { '#partition': BY_LOOKUP.partitionKey, '#sort': BY_LOOKUP.sortKey },
        ExpressionAttributeValues: marshall({ ':partition': HOLDERS_TO_REVIEW, ':now': sortable(now) }),
        Limit: most,
        ...(next && { ExclusiveStartKey: next }),
      }),
    )
    yield (page.Items ?? []).map((item) => holderInKey(keyOf(unmarshall(item))))
    next = page.LastEvaluatedKey
  } while (next)
}

const listOfHolder = async (table: Table, holder: HolderId): Promise<RetainedItem[]> =>
  (await queryRange(table, holderItems(holder), { consistent: true })).flatMap(retainedItemOf)

const listCalls = async (table: Table, holder: HolderId): Promise<RetainedCall[]> =>
  (await queryHolder(table, holder, callsOfHolder)).map((item) => {
    const key = keyOf(item)
    return { key, date: dateOfCall(item[BY_HOLDER.sortKey]), isOpen: isOpenCallKey(key) }
  })

const reviewAgainAt = async (table: Table, holder: HolderId, at: Instant): Promise<void> => {
  await changeItem(table, holderKey(holder), { set: reviewedFrom(at), when: IS_PRESENT })
}

const drop = (table: Table, keys: readonly Key[]): Promise<void> => dropAll(table, keys)

export type PurgeStore = ReturnType<typeof purgeStore>

export const purgeStore = (table: Table) =>
  storeOf(table, { listToReview, listOfHolder, listCalls, reviewAgainAt, drop })
