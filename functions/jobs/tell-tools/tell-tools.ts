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

/** Tells locks, and notes what hooks will be told: how these answer delays nobody. */
export const tellTools = ({ hooks, locks }: ToolDependencies) => {
  const hooksNow = hooks && rememberingHooks(hooks)
  return async (event: DynamoDBStreamEvent) => {
    const listening = (await hooksNow?.()) ?? []
    return eachRecord(async (record) => {
      if (hooks) await noteForHooks(record, listening, hooks)
      const changed = locks && bookingRecordOf(record)
      if (changed) await tellLock(changed, locks)
    }, 'tool not told')(event)
  }
}
