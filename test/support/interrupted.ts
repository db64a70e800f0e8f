import { localClient } from '../../infra/local/local-client.ts'
import type { RunningEngine } from './start-engines.ts'

/** Calls back before each request, numbered from 1 on; `requests` counts them. */
export const stepping = ({ endpoint }: RunningEngine, work: (number: number) => Promise<unknown>) => {
  const client = localClient(endpoint)
  const counted = { client, requests: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      await work(++counted.requests)
      return next(args)
    },
    { step: 'deserialize', priority: 'high', name: 'interleaving' },
  )
  return counted
}

/** Calls back before one request. */
export const interleaved = (engine: RunningEngine, at: number, work: () => Promise<unknown>) =>
  stepping(engine, async (number) => {
    if (number === at) await work()
  })

/** A client that fails from one request on, which is done or not: as if its process had been killed. */
export const dying = ({ endpoint }: RunningEngine, at: number, moment: 'before' | 'after') => {
  const client = localClient(endpoint)
  const counted = { client, requests: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      const number = ++counted.requests
      if (number > at || (number === at && moment === 'before')) throw new Error('killed')
      const reply = await next(args)
      if (number === at) throw new Error('killed')
      return reply
    },
    { step: 'deserialize', priority: 'high', name: 'death' },
  )
  return counted
}
