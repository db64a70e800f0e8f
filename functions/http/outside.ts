import { type IncomingMessage, request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type AddressFault, addressFaultOf } from '../../shared/domain/outside-address.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'
import { type Address, resolvingBy } from './resolve-names.ts'

export type OutsideRefusal =
  | AddressFault
  | 'unknown-name'
  | 'private-address'
  | 'redirects'
  | 'too-slow'
  | 'too-large'
  | 'encoded'
  | 'unreachable'

export type OutsideRequest = {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Without it the body of the answer is not read. */
  readonly mostBytes?: number
  /** Less than usual, where somebody waits for it. */
  readonly limitMs?: number
}

/** `header` takes a name in lower case. */
type OutsideAnswer = {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Buffer
}

export type Outside = (request: OutsideRequest) => Promise<Result<OutsideAnswer, OutsideRefusal>>

export type OutsideSettings = {
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly Address[]>
  /** Only where the service runs on one machine. */
  readonly loopback?: boolean
  readonly limitMs?: number
}

const LIMIT_MS = 10_000

class Refused extends Error {
  readonly refusal: OutsideRefusal
  constructor(refusal: OutsideRefusal) {
    super(refusal)
    this.refusal = refusal
  }
}

const resolveByDns = resolvingBy()

const addressesOf = async (
  { hostname, protocol }: URL,
  { resolve = resolveByDns, loopback = false }: OutsideSettings,
): Promise<readonly Address[]> => {
  const name = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(name)
  const addresses = family
    ? [{ address: name, family }]
    : await resolve(name).catch(() => Promise.reject(new Refused('unknown-name')))
  if (addresses.length === 0) throw new Refused('unknown-name')
  const isAllowed = ({ address }: Address): boolean =>
    (loopback && isLoopback(address)) || (protocol === 'https:' && isPublicAddress(address))
  // One private address beside public ones is no accident either.
  if (!addresses.every(isAllowed)) throw new Refused('private-address')
  return addresses
}

/** Connects to the addresses that were judged, whatever the name means by then. */
const fixedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_name, { all }, answer) => {
    const [{ address, family } = { address: '', family: 0 }] = addresses
    if (all) answer(null, [...addresses])
    else answer(null, address, family)
  }

const bodyOf = async (answer: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refused('encoded')
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer) {
    bytes += part.length
    if (bytes > mostBytes) throw new Refused('too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const answerTo = async (
  asked: OutsideRequest,
  settings: OutsideSettings,
  signal: AbortSignal,
): Promise<OutsideAnswer> => {
  const url = new URL(asked.url)
  const addresses = await addressesOf(url, settings)
  signal.throwIfAborted()
  const { method = 'GET', headers = {}, body, mostBytes } = asked
  const send = url.protocol === 'https:' ? requestByHttps : requestByHttp
  const sent = send(url, {
    method,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Restante', ...headers },
    lookup: fixedTo(addresses),
    agent: false,
    signal,
  })
  try {
    const answer = await new Promise<IncomingMessage>((arrived, failed) => {
      sent.on('response', arrived).on('error', failed).end(body)
    })
    const status = answer.statusCode ?? 0
    if (status >= 300 && status < 400 && status !== 304) throw new Refused('redirects')
    const header = (name: string) => {
      const value = answer.headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    return {
      status,
      header,
      body: mostBytes === undefined ? Buffer.alloc(0) : await bodyOf(answer, mostBytes),
    }
  } finally {
    sent.destroy()
  }
}

const within = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const late = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(new Refused('too-slow')))
  })
  return Promise.race([work, late])
}

/**
 * Asks an address that a person gave. Only public addresses are reached, no redirect is followed, and all of
 * it takes 10 seconds at most, names and slow bodies included.
 */
export const outside =
  (settings: OutsideSettings = {}): Outside =>
  async (asked) => {
    const fault = addressFaultOf(asked.url, settings)
    if (fault) return refuse(fault)
    const over = new AbortController()
    const timer = setTimeout(() => over.abort(), asked.limitMs ?? settings.limitMs ?? LIMIT_MS)
    try {
      return ok(await within(answerTo(asked, settings, over.signal), over.signal))
    } catch (error) {
      return refuse(error instanceof Refused ? error.refusal : 'unreachable')
    } finally {
      clearTimeout(timer)
    }
  }
