import { failuresOf } from '../../invocation/each-record.ts'
import { handle } from '../../invocation/handle.ts'
import { lockDependencies } from './lock-dependencies.ts'
import { tellLocks } from './tell-locks.ts'

export const handler = handle(tellLocks(lockDependencies()), failuresOf)
