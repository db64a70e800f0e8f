import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export type Received = {
  readonly type: string
  readonly timestamp: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
}

/** Somebody else's tool: it verifies signatures by the library of Standard Webhooks, and keeps each event once. */
export const aReceiver = async () => {
  const received = new Map<string, Received>()
  const told = {
    secret: '',
    /** The answer to what is signed; `undefined` does not answer. */
    answer: 200 as number | undefined,
    /** Of all requests, whatever their answer. */
    ids: [] as string[],
    atOnce: 0,
    mostAtOnce: 0,
  }
  const verified = (body: string, headers: Record<string, string>): Received | undefined => {
    const { 'webhook-id': id = '', 'webhook-timestamp': at, 'webhook-signature': given = '' } = headers
    // `verify` compares with the real clock: these tests have one of their own.
    const expected = new Webhook(told.secret).sign(id, new Date(Number(at) * 1000), body)
    return given.split(' ').includes(expected) ? JSON.parse(body) : undefined
  }
  const server = createServer(async (request, response) => {
    told.atOnce += 1
    told.mostAtOnce = Math.max(told.mostAtOnce, told.atOnce)
    response.on('close', () => {
      told.atOnce -= 1
    })
    let body = ''
    for await (const part of request) body += part
    const event = verified(body, request.headers as Record<string, string>)
    const id = String(request.headers['webhook-id'])
    if (!event) return response.writeHead(401).end()
    told.ids.push(id)
    if (told.answer === undefined) return
    if (told.answer < 300) received.set(id, event)
    response.writeHead(told.answer).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/events`,
    told,
    received,
    events: () => [...received.values()],
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
