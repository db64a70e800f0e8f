import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Hash, HolderId, SiteId, SpaceId } from '../domain/ids.ts'
import { type LendingChange, TOUCHED_ANSWERS } from '../domain/lending.ts'
import type { Space } from '../domain/space.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { GrantItem, grantItem } from './grant-item.ts'
import { siteItems, spaceKey } from './keys.ts'
import { isAtRevision, spaceOf } from './site-item.ts'
import { type LentSite, lentSiteOf } from './site-store.ts'
import { type Conflict, type Write, write } from './write.ts'

/*
 | access                            | how                                                                | consistency |
 | how a site is lent, and who       | query of its partition, `SITE` to `SPACE#~`                        | strong      |
 | changed it last                   |                                                                    |             |
 | change how some spaces are lent   | transaction: each space that changes, on condition of its revision |             |
 | all that a change touches is done | update of the space, on condition that it is still the same change |             |
*/

/** `hash` is that of the request that made it, `first` that of the one that lent the space first. */
export type StoredLending = LendingChange & { readonly hash: Hash; readonly first: Hash }

/** How a site is lent now; `changes` are the last ones of its spaces. */
export type Lending = LentSite & { readonly changes: ReadonlyMap<SpaceId, StoredLending> }

const HashItem = z.string().transform((hash) => hash as Hash)

const LendingItem = z.object({
  hash: HashItem,
  first: HashItem,
  by: z.string().transform((id) => id as HolderId),
  as: GrantItem.exactOptional(),
  answer: z.enum(TOUCHED_ANSWERS),
  reason: z.string().exactOptional(),
  done: z.boolean(),
})

const ChangedItem = z.object({ lending: LendingItem.exactOptional() })

const changeOf = (item: Item): [SpaceId, StoredLending][] => {
  const { lending } = ChangedItem.parse(item)
  return lending ? [[spaceOf(item).id, lending]] : []
}

const SPACES = spaceKey('' as SiteId, '' as SpaceId).sk

export const lendingStore = (table: Table) => ({
  readLending: async (site: SiteId): Promise<Lending | undefined> => {
    const items = await queryRange(table, siteItems(site), { consistent: true })
    const lent = lentSiteOf(site, items)
    const spaces = items.filter(({ sk }) => String(sk).startsWith(SPACES))
    return lent && { ...lent, changes: new Map(spaces.flatMap(changeOf)) }
  },

  /** All of them or none: those that share a floor know each other. Answers `changed` when one is not as it was read. */
  changeSpaces: async (
    site: SiteId,
    spaces: readonly Space[],
    changes: ReadonlyMap<SpaceId, StoredLending>,
  ): Promise<Conflict | undefined> =>
    write(
      table,
      spaces.map((space): Write => {
        const before = (space.revision ?? 1) - 1
        const change = changes.get(space.id)
        const lending = change?.as ? { ...change, as: grantItem(change.as) } : change
        const item = { ...spaceKey(site, space.id), ...space, lending }
        return {
          Put: {
            TableName: table.name,
            Item: marshall(item, { removeUndefinedValues: true }),
            ...isAtRevision(before === 0 ? undefined : before),
          },
          conflict: 'changed',
        }
      }),
    ),

  /** Nothing when it was changed again meanwhile: then that change is what has to be done. */
  noteDone: async (site: SiteId, space: SpaceId, { hash }: StoredLending): Promise<void> => {
    try {
      await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: marshall(spaceKey(site, space)),
          UpdateExpression: 'SET #lending.#done = :done',
          ConditionExpression: '#lending.#hash = :hash',
          ExpressionAttributeNames: { '#lending': 'lending', '#done': 'done', '#hash': 'hash' },
          ExpressionAttributeValues: marshall({ ':done': true, ':hash': hash }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  },
})
