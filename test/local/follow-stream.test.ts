import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BatchWriteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTable } from '../../infra/local/create-table.ts'
import {
  type EngineProcess,
  findDynamoDbLocal,
  findDynoxide,
  startEngine,
} from '../../infra/local/engine-process.ts'
import { localClient } from '../../infra/local/local-client.ts'
import { followStream, streamOf } from '../../infra/local/stream/follow-stream.ts'
import type { StreamHandler } from '../../infra/local/stream/hand-over.ts'
import { openProgress } from '../../infra/local/stream/progress.ts'
import type { Stream } from '../../infra/local/stream/read-stream.ts'
import { newWake } from '../../infra/local/stream/wake.ts'
import type { Table } from '../../shared/store/client.ts'
import { RUNS_ALL } from '../support/scope.ts'

// An engine stands still for a minute in one of them.
vi.setConfig({ testTimeout: 180_000 })

const LIMIT_MS = 300
const MOST_TRIES = 3
/** In DynamoDB Local each write costs more than the last. */
const WAITING = { dynoxide: RUNS_ALL ? 5000 : 500, 'dynamodb-local': 500 }
const STOP_MS = RUNS_ALL ? 60_000 : 3000

const kinds = [findDynoxide(), RUNS_ALL ? findDynamoDbLocal() : undefined].filter(
  (kind) => kind !== undefined,
)

const keyOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.pk?.S ?? ''

const until = async (isSo: () => boolean, limitMs = 60_000): Promise<void> => {
  const givenUpAt = performance.now() + limitMs
  while (!isSo() && performance.now() < givenUpAt) await sleep(20)
}

/** A function that takes all records but the planted ones, and remembers them. */
const aFunction = (planted: Readonly<Record<string, () => Promise<DynamoDBBatchResponse>>> = {}) => {
  const taken: string[] = []
  const batches: number[] = []
  const handler: StreamHandler = async ({ Records }) => {
    batches.push(Records.length)
    for (const record of Records) {
      const stop = planted[keyOf(record)]
      if (stop) {
        const { batchItemFailures } = await stop()
        if (batchItemFailures.length > 0)
          return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      } else taken.push(keyOf(record))
    }
    return { batchItemFailures: [] }
  }
  return { handler, taken, batches }
}

const HANGS = () => new Promise<DynamoDBBatchResponse>(() => {})
const THROWS = () => Promise.reject(new Error('planted'))

describe.each(kinds)('a follower of the stream on $name', (kind) => {
  let engine: EngineProcess
  let table: Table
  let stream: Stream
  let folder: string
  let tables = 0
  beforeAll(async () => {
    engine = await startEngine(kind, mkdtempSync(join(tmpdir(), 'restante-')))
  })
  afterAll(() => engine.close())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'restante-'))
    table = { client: localClient(engine.endpoint), name: `stream-${tables++}` }
    await createTable(table.client, table.name)
    stream = await streamOf(engine.endpoint, table.name)
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => void vi.restoreAllMocks())

  const follow = (handler: StreamHandler) => {
    const stopping = new AbortController()
    const progress = openProgress(join(folder, 'stream.sqlite'))
    const retries = { most: MOST_TRIES, waitMs: () => 20, setAside: join(folder, 'set-aside.jsonl') }
    const following = { progress, retries, wake: newWake(), stopped: stopping.signal }
    const ended = followStream(stream, { name: 'send-messages', handler, limitMs: LIMIT_MS }, following)
    return async () => {
      stopping.abort()
      await ended
      progress.close()
    }
  }
  const add = (pk: string) =>
    table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall({ pk, sk: 'A' }) }))
  const addMany = async (count: number) => {
    for (let at = 0; at < count; at += 25) {
      const puts = Array.from({ length: 25 }, (_, in25) => ({
        PutRequest: { Item: marshall({ pk: `waiting-${at + in25}`, sk: 'A' }) },
      }))
      await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }))
    }
  }

  it('gets waiting records ten at a time, once, and resumes after a restart', async () => {
    const waiting = WAITING[kind.name]
    await addMany(waiting)
    const first = aFunction()
    const stop = follow(first.handler)
    await until(() => first.taken.length >= waiting)
    await stop()
    expect([new Set(first.taken).size, first.taken.length]).toEqual([waiting, waiting])
    expect(Math.max(...first.batches)).toBe(10)
    await add('code')
    const second = aFunction()
    const stopAgain = follow(second.handler)
    await until(() => second.taken.includes('code'))
    await stopAgain()
    expect(second.taken).toEqual(['code'])
  })

  it.each([
    ['hangs', HANGS],
    ['throws', THROWS],
  ])(
    'still gets later records after one on which the function %s, which is set aside',
    async (_, planted) => {
      const { handler, taken } = aFunction({ planted })
      await add('before')
      await add('planted')
      await add('beside')
      const stop = follow(handler)
      await add('code')
      await until(() => ['before', 'beside', 'code'].every((pk) => taken.includes(pk)))
      expect(new Set(taken)).toEqual(new Set(['before', 'beside', 'code']))
      await until(() => String(vi.mocked(console.error).mock.calls.at(-1)).includes('set aside'))
      await stop()
      const aside = readFileSync(join(folder, 'set-aside.jsonl'), 'utf8').trim().split('\n')
      expect(aside.map((line) => keyOf(JSON.parse(line).record))).toEqual(['planted'])
      expect(vi.mocked(console.error).mock.calls.join('\n')).toMatch(/set aside after 3 tries/)
    },
  )

  it('gets records again that were reported as failed, through a restart, and loses none', async () => {
    const mail = { isDown: true }
    const down = async () => ({ batchItemFailures: mail.isDown ? [{ itemIdentifier: 'any' }] : [] })
    const { handler, batches } = aFunction({ code: down })
    await add('code')
    const stop = follow(handler)
    await until(() => batches.length >= 1)
    await stop()
    mail.isDown = false
    const again = aFunction()
    const stopAgain = follow(again.handler)
    await until(() => again.taken.length > 0)
    await stopAgain()
    expect(again.taken).toEqual(['code'])
  })

  it(`gets the next record after the engine hung for ${STOP_MS / 1000} seconds`, async () => {
    const { handler, taken } = aFunction()
    await add('before')
    const stop = follow(handler)
    await until(() => taken.includes('before'))
    process.kill(engine.pid, 'SIGSTOP')
    await sleep(STOP_MS)
    process.kill(engine.pid, 'SIGCONT')
    await add('code')
    await until(() => taken.includes('code'))
    await stop()
    expect(taken).toEqual(['before', 'code'])
  })
})
