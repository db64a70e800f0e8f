import middy from '@middy/core'
import { apiDependencies } from '../dependencies.ts'
import { invocationLog } from '../http/invocation-log.ts'
import { answering } from '../http/lambda-adapter.ts'
import { createApp } from './app.ts'

export const handler = middy(answering(createApp(apiDependencies()))).use(invocationLog())
