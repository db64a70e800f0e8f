import middy from '@middy/core'
import { invocationLog } from '../http/invocation-log.ts'
import { answering } from '../http/lambda-adapter.ts'
import { apiDependencies } from '../start-dependencies.ts'
import { createApp } from './app.ts'

export const handler = middy(answering(createApp(apiDependencies()))).use(invocationLog())
