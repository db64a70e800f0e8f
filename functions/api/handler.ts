import { answering } from '../http/lambda-adapter.ts'
import { handle } from '../invocation/handle.ts'
import { apiDependencies } from '../start-dependencies.ts'
import { createApp } from './app.ts'

export const handler = handle(
  answering(createApp(apiDependencies())),
  ({ requestContext }, { statusCode }) => ({
    method: requestContext.http.method,
    status: statusCode,
  }),
)
