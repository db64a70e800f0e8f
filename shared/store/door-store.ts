import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { BookingId, Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { readItems, type Table } from './client.ts'
import { ContentionError } from './contention.ts'
import { codesOf, type DoorUse, tagOf } from './door-code.ts'
import { CodeItem, expiryOf, type HeldCode, type ToldState, toldOf, toldUpdate } from './door-code-item.ts'
import { doorCodeKey, EXPIRY, type Key } from './keys.ts'
import { write } from './write.ts'

/*
 | access                      | how                                                                | consistency |
 | the code that a booking has | batch get of the tags of all that it may have                      | strong      |
 | have a code of a door       | put, on condition that nobody has it, or that theirs opens no more |             |
 | keep it longer              | update, on condition that it is still theirs                       |             |
 | the door was told           | update, on condition that it was told of no later revision         |             |
*/

export type DoorStore = ReturnType<typeof doorStore>

/** `held`: by anybody, under any of the keys. */
export type Candidate = {
  readonly key: Key
  readonly code: string
  readonly held: readonly CodeItem[]
  readonly own?: CodeItem
}

const isRefused = (error: unknown): boolean => error instanceof ConditionalCheckFailedException

/** Codes by the first of some secret keys; those by the others, which it replaces, go on opening. */
export const doorStore = (table: Table, keys: readonly [string, ...string[]]) => {
  const candidatesOf = async (use: DoorUse): Promise<Candidate[]> => {
    const keyOf = (tag: Hash): Key => doorCodeKey(use.site, use.door.id, tag)
    const codes = keys.flatMap((key) =>
      codesOf(key, use).map((code) => ({ code, ownTag: tagOf(key, use, code) })),
    )
    const wanted = codes.map(({ code, ownTag }) => ({
      code,
      key: keyOf(ownTag),
      tags: keys.map((key) => keyOf(tagOf(key, use, code))),
    }))
    const items = await readItems(
      table,
      wanted.flatMap(({ tags }) => tags),
    )
    return wanted.map(({ code, key, tags }, at) => {
      const found = items.slice(at * keys.length, (at + 1) * keys.length)
      const held = found.filter((item) => item !== undefined).map((item) => CodeItem.parse(item))
      const ownAt = tags.findIndex(({ sk }) => sk === key.sk)
      const own = found[ownAt] && CodeItem.parse(found[ownAt])
      return { code, key, held, ...(own?.booking === use.booking && { own }) }
    })
  }

  const ownOf = (candidates: readonly Candidate[]) => candidates.find(({ own }) => own !== undefined)

  /** Never shortened: until the door has heard of it, the code opens as it did. */
  const keepUntil = async (key: Key, booking: BookingId, until: Instant): Promise<void> => {
    const { [EXPIRY]: expires } = expiryOf(until)
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: 'SET #until = :until, #expires = :expires',
        ConditionExpression: 'booking = :booking',
        ExpressionAttributeNames: { '#until': 'until', '#expires': EXPIRY },
        ExpressionAttributeValues: marshall({ ':until': until, ':expires': expires, ':booking': booking }),
      }),
    )
  }

  return {
    table,
    keys,

    /** Where the code that a booking has is kept. */
    findOwn: async (use: DoorUse): Promise<Candidate | undefined> => ownOf(await candidatesOf(use)),

    findCode: async (use: DoorUse): Promise<HeldCode | undefined> => {
      const found = ownOf(await candidatesOf(use))
      if (!found?.own) return undefined
      const { until, told } = found.own
      return {
        code: found.code,
        until,
        told: toldOf(found.own, use.door),
        ...(told?.byHand && { isTyped: true }),
      }
    },

    /**
     * The code that a booking has at a door until it ends, always the same one; nobody else has it there before.
     * Throws ContentionError when somebody else was faster.
     */
    holdCode: async (use: DoorUse, until: Instant, now: Instant): Promise<HeldCode> => {
      const candidates = await candidatesOf(use)
      const found = ownOf(candidates)
      if (found?.own) {
        if (found.own.until < until) await keepUntil(found.key, use.booking, until)
        return { code: found.code, until, told: toldOf(found.own, use.door) }
      }
      const free = candidates.find(({ held }) => held.every((each) => each.until <= now))
      if (!free) throw new Error('a door has no code left')
      try {
        const item = { ...free.key, booking: use.booking, ...expiryOf(until) }
        await table.client.send(
          new PutItemCommand({
            TableName: table.name,
            Item: marshall(item),
            ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
            ExpressionAttributeNames: { '#until': 'until' },
            ExpressionAttributeValues: marshall({ ':now': now }),
          }),
        )
      } catch (error) {
        throw isRefused(error) ? new ContentionError('taken') : error
      }
      return { code: free.code, until }
    },

    /** Notes what the door was told of a booking; what it was told since stays. */
    noteTold: async (use: DoorUse, told: ToldState): Promise<void> => {
      const key = ownOf(await candidatesOf(use))?.key
      const noted = key && toldUpdate(table, key, { use, told })
      if (noted) await write(table, [noted])
    },
  }
}
