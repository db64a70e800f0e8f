import middy, { type MiddlewareObj } from '@middy/core'
import type { Context } from 'aws-lambda'
import { log, withRequestId } from './log.ts'

type FactsOf<Event, Result> = (event: Event, result: Result) => object | undefined

/** Logs an invocation's outcome and milliseconds, where there is something to tell. */
const outcomeLog = <Event, Result>(factsOf: FactsOf<Event, Result>): MiddlewareObj<Event, Result> => {
  const startedAt = new WeakMap<object, number>()
  return {
    before: ({ context }) => {
      startedAt.set(context, performance.now())
    },
    after: ({ event, context, response }) => {
      const facts = response === null || response === undefined ? undefined : factsOf(event, response)
      const milliseconds = Math.round(performance.now() - (startedAt.get(context) ?? performance.now()))
      if (facts) log('info', 'done', { requestId: context.awsRequestId, ...facts, milliseconds })
    },
  }
}

/** Turns work into a Lambda handler that logs its outcome under the request id. */
export const handle = <Event, Result>(
  work: (event: Event, context: Context) => Promise<Result>,
  factsOf: FactsOf<Event, Result>,
) =>
  middy((event: Event, context: Context) =>
    withRequestId(context.awsRequestId, () => work(event, context)),
  ).use(outcomeLog(factsOf))
