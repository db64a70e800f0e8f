import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { forAnybody } from '../../functions/http/for-anybody.ts'

const KEPT = 'public, s-maxage=5, stale-while-revalidate=30'

/** A route that tells all that it hears, and answers as carelessly as one could. */
const careless = (status: number) =>
  new Hono().get('/api/told', (c) => {
    const heard = JSON.stringify([c.req.query(), ...c.req.raw.headers])
    return c.body(heard, status as 200, {
      'content-type': 'application/json',
      'set-cookie': '__Host-restante-session=somebody',
      'cache-control': 'public, max-age=31536000',
      vary: 'cookie',
    })
  })

const askedWith = (status: number, headers: Record<string, string>) =>
  new Hono()
    .get('/api/public/told', forAnybody(careless(status)))
    .request('https://restante.example/api/public/told?q=S%C3%A9zanne', { headers })

const aHeader = fc.tuple(
  fc.oneof(
    fc.constantFrom('cookie', 'authorization', 'x-client-address', 'x-forwarded-host', 'accept-language'),
    fc.stringMatching(/^x-[a-z]{1,12}$/),
  ),
  fc.stringMatching(/^[a-z0-9=.;]{1,20}$/),
)

describe('an answer for anybody', () => {
  it('is made of path and query alone, whatever a client sends with them (58)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aHeader), async (headers) => {
        const answer = await askedWith(200, Object.fromEntries(headers))
        expect(await answer.text()).toBe('[{"q":"Sézanne"}]')
        expect([...answer.headers.keys()].sort()).toEqual(['cache-control', 'content-type', 'etag'])
        expect(answer.headers.get('cache-control')).toBe(KEPT)
      }),
      { numRuns: 200 },
    )
  })

  it('asks the route itself, however its address is written', async () => {
    const answer = await new Hono()
      .get('/api/public/told', forAnybody(careless(200)))
      .request('https://restante.example/api/%70ublic/told?q=a%26b')
    expect([answer.status, await answer.text()]).toEqual([200, '[{"q":"a&b"}]'])
  })

  it.each([201, 204, 301, 400, 401, 403, 404, 422, 429, 500, 503])(
    'is kept by no cache with status %i',
    async (status) => {
      const { headers } = await new Hono()
        .get(
          '/api/public/told',
          forAnybody({
            fetch: () =>
              new Response(status === 204 ? null : '{}', {
                status,
                headers: { 'cache-control': 'public, max-age=60', 'retry-after': '3' },
              }),
          }),
        )
        .request('https://restante.example/api/public/told')
      expect([headers.get('cache-control'), headers.get('retry-after')]).toEqual(['no-store', '3'])
    },
  )
})
