import { setTimeout as sleep } from 'node:timers/promises'
import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  InternalServerError,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { LOCAL_ENVIRONMENT } from '../../infra/local/local-client.ts'

/**
 * Faults that no local engine has by itself.
 * `lost`: all is written, and the reply never arrives. `unsent`: the request never arrives.
 * `broken-before` and `broken-after`: a 500, with nothing or with all written.
 * `conflict`: another transaction holds an item.
 * `partial`: of a batch only the first half is done, of a single request nothing.
 */
export const FAULTS = [
  'throttled',
  'conflict',
  'unsent',
  'lost',
  'broken-before',
  'broken-after',
  'slow',
  'partial',
] as const
export type Fault = (typeof FAULTS)[number]

/** A request as the SDK sends it; a repeat by the SDK's own retry counts as another. */
type Sent = { readonly command: string; readonly number: number }

/** The fault of a request, or undefined. */
export type Plan = (sent: Sent) => Fault | undefined

type Args = { input: ServiceInputTypes; request: unknown }
type Reply = { response: unknown; output?: ServiceOutputTypes }
type Next = (args: Args) => Promise<Reply>

const SLOW_MS = 150

const timeout = () => Object.assign(new Error('injected: no reply in time'), { name: 'TimeoutError' })
const broken = () =>
  new InternalServerError({ message: 'injected', $metadata: { httpStatusCode: 500, requestId: 'injected' } })
const throttled = () => new ThrottlingException({ message: 'injected', $metadata: { httpStatusCode: 400 } })

/** Reports each write of the transaction but the last as in order. */
const conflict = (input: ServiceInputTypes) => {
  const writes = 'TransactItems' in input ? (input.TransactItems?.length ?? 1) : 1
  return new TransactionCanceledException({
    message: 'injected',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: Array.from({ length: writes }, (_, at) => ({
      Code: at === writes - 1 ? 'TransactionConflict' : 'None',
    })),
  })
}

type Batch = Record<string, unknown[] | { Keys?: unknown[] }>

/** Both halves of a batch as the wire has them; the first is empty for a single request. */
const halves = (batch: Batch): [done: Batch, left: Batch] => {
  const part = (which: 0 | 1): Batch =>
    Object.fromEntries(
      Object.entries(batch).flatMap(([table, wanted]) => {
        const all = Array.isArray(wanted) ? wanted : (wanted.Keys ?? [])
        const middle = Math.floor(all.length / 2)
        const some = which === 0 ? all.slice(0, middle) : all.slice(middle)
        if (some.length === 0) return []
        return [[table, Array.isArray(wanted) ? some : { ...wanted, Keys: some }]]
      }),
    )
  return [part(0), part(1)]
}

/** Sends half of a batch, and answers the rest as not processed. The engines ignore signatures. */
const partial = async (args: Args, next: Next): Promise<Reply> => {
  const request = args.request as { body: string | Uint8Array; headers: Record<string, string> }
  const sent = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body)
  const { RequestItems, ...rest } = JSON.parse(sent) as { RequestItems: Batch }
  const [done, left] = halves(RequestItems)
  const unprocessed =
    'ConsistentRead' in (Object.values(left)[0] ?? {}) ? 'UnprocessedKeys' : 'UnprocessedItems'
  const base = { $metadata: {}, [unprocessed]: left }
  if (Object.keys(done).length === 0) return { response: {}, output: base as ServiceOutputTypes }
  const body = JSON.stringify({ RequestItems: done, ...rest })
  const headers = { ...request.headers, 'content-length': String(Buffer.byteLength(body)) }
  const reply = await next({ ...args, request: Object.assign(Object.create(request), { body, headers }) })
  return { ...reply, output: { ...reply.output, [unprocessed]: left } as ServiceOutputTypes }
}

const befall = async (fault: Fault, args: Args, next: Next): Promise<Reply> => {
  if (fault === 'throttled') throw throttled()
  if (fault === 'unsent') throw timeout()
  if (fault === 'broken-before') throw broken()
  const isTransaction = 'TransactItems' in args.input
  if (fault === 'conflict') {
    if (isTransaction) throw conflict(args.input)
    return next(args)
  }
  if (fault === 'partial') return 'RequestItems' in args.input ? partial(args, next) : next(args)
  const reply = await next(args)
  if (fault === 'lost') throw timeout()
  if (fault === 'broken-after') throw broken()
  await sleep(SLOW_MS)
  return reply
}

/**
 * A client with planned faults, which happen inside the SDK's own retry, around each request that it
 * sends: `maxAttempts: 1` shows the service without that retry.
 */
export const faultyClient = (
  endpoint: string,
  plan: Plan,
  config: DynamoDBClientConfig = {},
): DynamoDBClient => {
  const client = new DynamoDBClient({
    endpoint,
    region: LOCAL_ENVIRONMENT.AWS_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...config,
  })
  let number = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = plan({ command: String(context.commandName), number: ++number })
      return fault ? befall(fault, args, next) : next(args)
    },
    { step: 'deserialize', priority: 'high', name: 'faults' },
  )
  return client
}

/** Faults of a list, one for each request of those commands, then none. */
export const scripted = (faults: readonly (Fault | undefined)[], commands: RegExp = /./): Plan => {
  const left = [...faults]
  return ({ command }) => (commands.test(command) ? left.shift() : undefined)
}

/** The same fault for each request of those commands. */
export const always =
  (fault: Fault, commands: RegExp = /./): Plan =>
  ({ command }) =>
    commands.test(command) ? fault : undefined

/** Random faults for a share of the requests. */
export const atRandom =
  (random: () => number, share: number, faults: readonly Fault[] = FAULTS, commands: RegExp = /./): Plan =>
  ({ command }) =>
    commands.test(command) && random() < share ? faults[Math.floor(random() * faults.length)] : undefined

/** Makes eventually consistent batches find nothing. */
export const withLaggingReads = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      const reply = await next(args)
      const [wanted] = Object.values(('RequestItems' in args.input && args.input.RequestItems) || {})
      if (!wanted || !('ConsistentRead' in wanted) || wanted.ConsistentRead) return reply
      return { ...reply, output: { ...reply.output, Responses: {} } }
    },
    { step: 'initialize', name: 'lagging reads' },
  )
  return client
}

/** Freezes the answer of each index query at its first one. */
export const withStaleIndex = (client: DynamoDBClient): DynamoDBClient => {
  let kept: Reply | undefined
  client.middlewareStack.add(
    (next) => async (args) => {
      if (!('IndexName' in args.input && args.input.IndexName)) return next(args)
      const reply = kept ?? (await next(args))
      kept = reply
      return { ...reply, output: reply.output as ServiceOutputTypes }
    },
    { step: 'deserialize', priority: 'high', name: 'stale index' },
  )
  return client
}
