import * as z from 'zod'
import { createApp } from '../../functions/api/app.ts'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Instant } from '../../shared/domain/instant.ts'

/** Orders of the process, and the request to the table at which it dies; 0 is never. */
const Orders = z.object({
  endpoint: z.string(),
  table: z.string(),
  now: z.number().transform((at) => at as Instant),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  diesAt: z.int(),
  moment: z.enum(['before', 'after']),
})
export type Orders = z.input<typeof Orders>

const { endpoint, table, now, method, path, headers, body, diesAt, moment } = Orders.parse(
  JSON.parse(process.argv[2] ?? ''),
)

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

const client = localClient(endpoint)
let requests = 0
client.middlewareStack.add(
  (next) => async (args) => {
    const isLast = ++requests === diesAt
    if (isLast && moment === 'before') return die()
    try {
      return await next(args)
    } finally {
      // The table's refusal is an answer too.
      if (isLast) await die()
    }
  },
  { step: 'deserialize', priority: 'high', name: 'death' },
)

// The sign-in code that the killing test types.
const app = createApp({ ...dependenciesOn({ client, name: table }, () => now), code: () => '123456' })
const answer = await app.request(`https://restante.example/api${path}`, {
  method,
  headers,
  ...(body && { body }),
})
process.stdout.write(JSON.stringify({ status: answer.status, requests, body: await answer.text() }))
client.destroy()
