import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { invocationLog } from '../http/invocation-log.ts'
import { apiDependencies } from '../start-dependencies.ts'
import { createApp } from './app.ts'

export const handler = middy(handle(createApp(apiDependencies()))).use(invocationLog())
