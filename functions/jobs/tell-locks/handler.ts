import middy from '@middy/core'
import { lockDependencies } from './lock-dependencies.ts'
import { tellLocks } from './tell-locks.ts'

export const handler = middy(tellLocks(lockDependencies()))
