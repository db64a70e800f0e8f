import { localClient } from '../../infra/local/local-client.ts'
import type { RunningEngine } from './start-engines.ts'

/** A client that does something else before one of its requests; `requests` counts them. */
export const interleaved = ({ endpoint }: RunningEngine, at: number, act: () => Promise<unknown>) => {
  const client = localClient(endpoint)
  const counted = { client, requests: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      if (++counted.requests === at) await act()
      return next(args)
    },
    { step: 'deserialize', priority: 'high', name: 'interleaving' },
  )
  return counted
}

/** A client for which nothing happens any more after one of its requests, done or not: as if it had been killed. */
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
