import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { withinDeadline } from '../../functions/http/deadline.ts'
import { onError } from '../../functions/http/problem.ts'

const DEADLINE_MS = 50

const anAppOf = (answerAfterMs: number) => {
  const inner = new Hono()
    .use(compress())
    .get('/', async (c) => {
      await sleep(answerAfterMs)
      return c.json({ long: 'x'.repeat(5000) })
    })
    .onError(onError)
  return new Hono().all('*', withinDeadline(inner, DEADLINE_MS)).onError(onError)
}

describe('the deadline of an answer', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('answers as busy, and a later end of the work is no fault', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const answer = await anAppOf(4 * DEADLINE_MS).request('/', { headers: { 'accept-encoding': 'gzip' } })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await answer.json()).toMatchObject({ code: 'busy' })
    await sleep(6 * DEADLINE_MS)
    expect(logged).not.toHaveBeenCalled()
  })

  it('leaves an answer in time unchanged', async () => {
    const answer = await anAppOf(0).request('/')
    expect([answer.status, (await answer.json()).long.length]).toEqual([200, 5000])
  })
})
