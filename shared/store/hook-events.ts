import { unmarshall } from '@aws-sdk/util-dynamodb'
import {
  bookingEventOf,
  callEventOf,
  closureEventOf,
  type HookEvent,
  workshopEventOf,
} from '../domain/hook-event.ts'
import { callOf } from './call-item.ts'
import type { Item } from './client.ts'
import { closureOf } from './closure-item.ts'
import { hashOf } from './hash.ts'
import { isMadeCallKey, isOpenCallKey } from './keys/call-keys.ts'
import { keyOf } from './keys/key.ts'
import { CLOSURES } from './keys/site-keys.ts'
import { WORKSHOP, WORKSHOPS } from './keys/workshop-keys.ts'
import { bookingRecordOf, type StreamRecord } from './outbox.ts'
import { workshopOf } from './workshop-item.ts'

const ID_LENGTH = 20

const callEvent = (item: Item): HookEvent | undefined => {
  const key = keyOf(item)
  const type = isOpenCallKey(key) ? 'call.opened' : isMadeCallKey(key) ? 'call.made' : undefined
  if (!type) return undefined
  const call = callOf(item)
  // A call about a membership has the id of a person.
  const id = hashOf('call', call.site, call.id).slice(0, ID_LENGTH)
  return callEventOf(type, { ...call, id })
}

/** What hooks hear of a change, if anything. */
export const hookEventOf = (record: StreamRecord): HookEvent | undefined => {
  const { NewImage, OldImage } = record
  if (!NewImage) return undefined
  const changed = bookingRecordOf(record)
  if (changed) return bookingEventOf(changed.from, changed.booking)
  const item = unmarshall(NewImage)
  const old = OldImage && unmarshall(OldImage)
  if (String(item.pk).startsWith(WORKSHOPS) && item.sk === WORKSHOP)
    return workshopEventOf(old && workshopOf(old), workshopOf(item))
  if (String(item.sk).startsWith(CLOSURES)) return closureEventOf(old && closureOf(old), closureOf(item))
  return callEvent(item)
}
