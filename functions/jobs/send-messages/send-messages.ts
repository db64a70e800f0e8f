import { outboxEventOf } from '../../../shared/store/outbox.ts'
import { eachRecord } from '../../invocation/each-record.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { sendMessage } from './send-message.ts'

export const sendMessages = (deps: SendDependencies) =>
  eachRecord(async (record) => {
    const event = outboxEventOf(record)
    if (event) await sendMessage(event, deps)
  }, 'message not sent')
