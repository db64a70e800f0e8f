import { bookingRecordOf } from '../../../shared/store/outbox.ts'
import { eachRecord } from '../../invocation/each-record.ts'
import { type LockDependencies, tellLock } from './tell-lock.ts'

export const tellLocks = (deps: LockDependencies) =>
  eachRecord(async (record) => {
    const changed = bookingRecordOf(record)
    if (changed) await tellLock(changed, deps)
  }, 'lock not told')
