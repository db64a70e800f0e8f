import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod'

const Told = z.object({
  type: z.enum(['door-code.grant', 'door-code.revoke']),
  site: z.string(),
  door: z.string(),
  booking: z.string(),
  revision: z.int(),
  code: z.string().optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})
type Told = z.infer<typeof Told>

const REPLAY_SECONDS = 300

const isSigned = (headers: Headers, body: string, secret: string): boolean => {
  const [id, timestamp, signatures = ''] = ['id', 'timestamp', 'signature'].map(
    (name) => headers.get(`webhook-${name}`) ?? '',
  )
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${timestamp}.${body}`)
  const expected = Buffer.from(`v1,${mac.digest('base64')}`)
  const given = signatures.split(' ').map((each) => Buffer.from(each))
  return (
    Math.abs(Date.now() / 1000 - Number(timestamp)) <= REPLAY_SECONDS &&
    given.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  )
}

const page = (held: readonly Told[]) => html`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ce que savent les serrures (machine locale)</title>
<h1>Ce que savent les serrures</h1>
<p>Ici, sur la machine de développement seulement : une serrure connectée saurait ceci.
<a href="/_lock">Relire</a> · <a href="/">Restante</a></p>
${held.length === 0 ? html`<p>Aucun code pour l’instant.</p>` : ''}
${held.map(
  ({ site, door, booking, code, from, until }) => html`<article>
<h2>${site}, ${door} : ${code ?? 'retiré'}</h2>
<p>Réservation ${booking}${from && until ? html`, de <time datetime="${from}">${from}</time> à <time datetime="${until}">${until}</time>` : ''}</p>
</article>`,
)}
</html>`

/** Receives and shows codes instead of real locks, in memory. */
export const lock = (secret: string) => {
  const held = new Map<string, Told>()
  return new Hono()
    .get('/', (c) => c.html(page([...held.values()].toReversed())))
    .get('/codes.json', (c) => c.json([...held.values()].toReversed()))
    .post('/', async (c) => {
      const body = await c.req.text()
      if (!isSigned(c.req.raw.headers, body, secret)) return c.body(null, 401)
      const told = Told.parse(JSON.parse(body))
      const name = [told.site, told.door, told.booking].join(' ')
      const known = held.get(name)
      if (!known || known.revision <= told.revision) held.set(name, told)
      return c.body(null, 204)
    })
}
