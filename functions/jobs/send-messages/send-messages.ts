import { bookingRecordOf, outboxEventOf } from '../../../shared/store/outbox.ts'
import { eachRecord } from '../../invocation/each-record.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { sendMessage, type UnderWay } from './send-message.ts'
import { type SetReminderDeps, setReminders } from './set-reminders.ts'

export const sendMessages = (deps: SendDependencies & SetReminderDeps) => {
  const underWay: UnderWay = new Map()
  return eachRecord(async (record) => {
    const event = outboxEventOf(record)
    const changed = bookingRecordOf(record)
    const done = [event && sendMessage(event, deps, underWay), changed && setReminders(changed, deps)]
    const failed = (await Promise.allSettled(done)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }, 'message not sent')
}
