import { outboxEventOf } from '../../../shared/store/outbox.ts'
import { eachRecord } from '../../invocation/each-record.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { sendMessage, type UnderWay } from './send-message.ts'

export const sendMessages = (deps: SendDependencies) => {
  const underWay: UnderWay = new Map()
  return eachRecord(async (record) => {
    const event = outboxEventOf(record)
    if (event) await sendMessage(event, deps, underWay)
  }, 'message not sent')
}
