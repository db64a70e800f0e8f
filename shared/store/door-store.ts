import type { BookingId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { ContentionError } from './contention.ts'
import { type Candidate, candidatesOf, type Doors, ownOf } from './door-candidates.ts'
import type { DoorUse } from './door-code.ts'
import { expiryOf, type HeldCode, type ToldState, toldOf, toldUpdate } from './door-code-item.ts'
import { when } from './expression.ts'
import type { Key } from './keys/key.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { write } from './write.ts'

/*
 | access                | how                                                        | read   |
 | the code of a booking | batch get of the tags of all that it may have              | strong |
 | hold a code of a door | put, on condition that it is free or has expired           |        |
 | keep it longer        | update, on condition that it is still theirs               |        |
 | the door was told     | update, on condition that it was told of no later revision |        |
*/

/** Never shortened: the code opens as before until the door is told. */
const keepUntil = async (table: Table, key: Key, booking: BookingId, until: Instant): Promise<void> => {
  if (!(await changeItem(table, key, { set: expiryOf(until), when: when`#booking = ${booking}` })))
    throw new ContentionError('taken')
}

const findOwn = async (doors: Doors, use: DoorUse): Promise<Candidate | undefined> =>
  ownOf(await candidatesOf(doors, use))

const findCode = async (doors: Doors, use: DoorUse): Promise<HeldCode | undefined> => {
  const found = await findOwn(doors, use)
  if (!found?.own) return undefined
  const { until, told } = found.own
  return {
    code: found.code,
    until,
    told: toldOf(found.own, use.door),
    ...(told?.byHand && { isTyped: true }),
  }
}

/**
 * The code that a booking has at a door until it ends, always the same one; nobody else has it there before.
 * Throws ContentionError when another booking took it at the same moment.
 */
const holdCode = async (doors: Doors, use: DoorUse, until: Instant, now: Instant): Promise<HeldCode> => {
  const { table } = doors
  const candidates = await candidatesOf(doors, use)
  const found = ownOf(candidates)
  if (found?.own) {
    if (found.own.until < until) await keepUntil(table, found.key, use.booking, until)
    return { code: found.code, until, told: toldOf(found.own, use.door) }
  }
  const free = candidates.find(({ held }) => held.every((each) => each.until <= now))
  if (!free) throw new Error('a door has no code left')
  const item = { ...free.key, booking: use.booking, ...expiryOf(until) }
  if (!(await putItem(table, item, when`attribute_not_exists(pk) OR #until <= ${now}`)))
    throw new ContentionError('taken')
  return { code: free.code, until }
}

/** Notes what the door was told of a booking; what it was told later stays. */
const noteTold = async (doors: Doors, use: DoorUse, told: ToldState): Promise<void> => {
  const key = (await findOwn(doors, use))?.key
  if (key) await write(doors.table, [toldUpdate(doors.table, key, { use, told })])
}

export type DoorStore = ReturnType<typeof doorStore>

export const doorStore = (table: Table, keys: Doors['keys']) => {
  const doors: Doors = { table, keys }
  return { ...doors, ...storeOf(doors, { findOwn, findCode, holdCode, noteTold }) }
}
