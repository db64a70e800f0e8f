import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** One line an invocation: what was answered, in how long. Neither paths, queries nor bodies are written. */
export const invocationLog = (): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => {
  const startedAt = new WeakMap<object, number>()
  return {
    before: ({ context }) => {
      startedAt.set(context, performance.now())
    },
    after: ({ event, context, response }) => {
      const milliseconds = Math.round(performance.now() - (startedAt.get(context) ?? performance.now()))
      const { awsRequestId: requestId } = context
      const method = event.requestContext.http.method
      console.log(JSON.stringify({ level: 'info', requestId, method, status: response?.statusCode, milliseconds }))
    },
  }
}
