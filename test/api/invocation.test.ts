import type { Context } from 'aws-lambda'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { handle } from '../../functions/invocation/handle.ts'
import { faultOf, log } from '../../functions/invocation/log.ts'

const invocation = (requestId: string): Context => ({ awsRequestId: requestId }) as unknown as Context

const lines: { readonly requestId?: string; readonly message: string; readonly count?: number }[] = []

beforeEach(() => {
  lines.length = 0
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line) => void lines.push(JSON.parse(line)))
})
afterEach(() => void vi.restoreAllMocks())

it('two concurrent invocations log their own request ids', async () => {
  const handler = handle(
    async (name: string) => {
      await new Promise(setImmediate)
      log('error', `${name} failed`, faultOf(new Error('injected')))
      return 1
    },
    (_, count) => ({ count }),
  )
  await Promise.all([handler('this', invocation('first')), handler('that', invocation('second'))])
  expect(lines.filter(({ message }) => message === 'this failed')).toEqual([
    expect.objectContaining({ requestId: 'first', name: 'Error', error: 'injected' }),
  ])
  expect(lines.filter(({ message }) => message === 'done')).toEqual([
    expect.objectContaining({ requestId: 'first', count: 1 }),
    expect.objectContaining({ requestId: 'second', count: 1 }),
  ])
})

it('an invocation with nothing to report logs nothing', async () => {
  await handle(
    async () => 0,
    () => undefined,
  )({}, invocation('quiet'))
  expect(lines).toEqual([])
})

it('a fault of the work reaches the runtime, which reports it', async () => {
  const handler = handle(
    () => Promise.reject(new Error('injected')),
    () => ({}),
  )
  await expect(handler({}, invocation('failing'))).rejects.toThrow('injected')
})
