import type { DynamoDBStreamEvent } from 'aws-lambda'
import { bookingRecordOf } from '../../../shared/store/outbox.ts'
import { eachRecord } from '../../invocation/each-record.ts'
import { type NotingDependencies, noteForHooks, rememberingHooks } from './note-for-hooks.ts'
import { type LockDependencies, tellLock } from './tell-lock.ts'

/** Without `locks`, no door is told. */
export type ToolDependencies = {
  readonly hooks?: NotingDependencies
  readonly locks?: LockDependencies | undefined
}

/** Notes what hooks will be told, then tells locks: neither waits for the other, nor fails with it. */
export const tellTools = ({ hooks, locks }: ToolDependencies) => {
  const hooksNow = hooks && rememberingHooks(hooks)
  const tellLocks = eachRecord(async (record) => {
    const changed = locks && bookingRecordOf(record)
    if (changed) await tellLock(changed, locks)
  }, 'lock not told')
  return async (event: DynamoDBStreamEvent) => {
    const listening = (await hooksNow?.()) ?? []
    const noted =
      hooks &&
      (await eachRecord((record) => noteForHooks(record, listening, hooks), 'event not noted')(event))
    const told = await tellLocks(event)
    return { batchItemFailures: [...(noted?.batchItemFailures ?? []), ...told.batchItemFailures] }
  }
}
