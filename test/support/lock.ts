import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = {
  readonly type: string
  readonly site: string
  readonly door: string
  readonly booking: string
  readonly revision: number
  readonly code?: string
  readonly from?: string
  readonly until?: string
}

const REPLAY_SECONDS = 300

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

const isSigned = (
  { headers }: IncomingMessage,
  body: string,
  secret: string,
  nowSeconds: number,
): boolean => {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  )
  const key = Buffer.from(secret, 'base64')
  const expected = Buffer.from(
    `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  )
  const isFresh = Math.abs(nowSeconds - Number(timestamp)) <= REPLAY_SECONDS
  const given = (signatures ?? '').split(' ').map((each) => Buffer.from(each))
  return isFresh && given.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
}

/** Somebody else's keypad, as docs/doors.md asks: it keeps the last revision of each booking's code. */
export const aLock = async ({
  secret,
  nowSeconds,
}: {
  readonly secret: string
  readonly nowSeconds: () => number
}) => {
  const heard: Heard[] = []
  const ids: string[] = []
  const answers: number[] = []
  const held = new Map<string, Heard>()
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const end = (status: number) => response.writeHead(status).end()
    if (!isSigned(request, body, secret, nowSeconds())) return end(401)
    ids.push(String(request.headers['webhook-id']))
    const answer = answers.shift() ?? 204
    if (answer >= 300) return end(answer)
    const said: Heard = JSON.parse(body)
    heard.push(said)
    const name = `${said.door} ${said.booking}`
    if ((held.get(name)?.revision ?? -1) <= said.revision) held.set(name, said)
    end(answer)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/codes`,
    /** All signed requests by identifier, accepted or not. */
    ids,
    heard,
    /** The next answers, before it accepts all again. */
    answers,
    /** Codes that open a door. */
    opening: (door: string) =>
      [...held.values()]
        .filter((each) => each.door === door && each.type === 'door-code.grant')
        .map(({ code }) => code),
    close: () => new Promise((closed) => server.close(closed)),
  }
}

export type Lock = Awaited<ReturnType<typeof aLock>>
