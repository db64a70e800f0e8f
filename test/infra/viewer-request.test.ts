import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { routes } from '../../shared/contracts/routes.ts'
import { FRENCH_ONLY } from '../../web/french-only.ts'
import { PAGES } from '../../web/pages.ts'

type Value = { value: string; multiValue?: Value[]; attributes?: string }
type Values = Record<string, Value>
type Request = { uri: string; headers: Values; querystring: Values; cookies: Values }
type Redirect = { statusCode: number; headers: Values; cookies: Values; body: { data: string } }

const code = readFileSync(new URL('../../infra/edge/viewer-request.js', import.meta.url), 'utf8')
const [handler, frenchOnly]: [
  (event: { request: Request; viewer: { ip: string } }) => Request & Redirect,
  readonly string[],
] = runInNewContext(`${code};[handler, FRENCH_ONLY]`)

const requestFor = (uri: string, headers: Values = {}, given: Partial<Request> = {}) =>
  handler({
    viewer: { ip: '192.0.2.7' },
    request: {
      uri,
      headers: { host: { value: 'restante.example.fr' }, ...headers },
      querystring: {},
      cookies: {},
      ...given,
    },
  })

const language = (value: string): Values => ({ 'restante-language': { value } })

/** Where a visitor from elsewhere is sent, if anywhere. */
const sentTo = (uri: string, wanted?: string, given: Partial<Request> = {}) =>
  requestFor(uri, wanted === undefined ? {} : { 'accept-language': { value: wanted } }, given).headers
    .location?.value

it('the catalogue of the API names its reference, its page and the open data, all there (RFC 9727)', () => {
  const answer = requestFor('/.well-known/api-catalog')
  expect([answer.statusCode, answer.headers['content-type']?.value]).toEqual([
    200,
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  ])
  const { linkset } = JSON.parse(answer.body.data)
  expect(linkset[0].item.map(({ href }: { href: string }) => href)).toEqual([
    'https://restante.example.fr/api',
    'https://restante.example.fr/api/mcp',
  ])
  const linked = Object.values(linkset[1]).flatMap((links) => (Array.isArray(links) ? links : []))
  const paths = linked.map(({ href }: { href: string }) => new URL(href).pathname)
  const known = Object.values(routes).map(({ path }) => `/api${path}`)
  const pages = PAGES.flatMap((name) => [`/${name}`, `/en/${name}`])
  expect(paths).toHaveLength(4)
  for (const path of paths) expect([...known, ...pages]).toContain(path)
})

describe('a request at the edge', () => {
  it.each([
    ['/', '/index.html'],
    ['/lieux', '/lieux.html'],
    ['/lieux/', '/lieux.html'],
    ['/lieu/09410A', '/lieu/09410A.html'],
    ['/lieu/09410a/', '/lieu/09410A.html'],
    ['/en/lieu/09410A', '/en/lieu/09410A.html'],
    ['/lieu', '/lieu.html'],
    ['/robots.txt', '/robots.txt'],
    ['/mes-reservations', '/mes-reservations.html'],
    ['/a/b', '/a/b.html'],
    ['/v1.2/lieux', '/v1.2/lieux.html'],
    ['/404.html', '/404.html'],
    ['/favicon.svg', '/favicon.svg'],
    ['/assets/home-ABC123.js', '/assets/home-ABC123.js'],
    ['/.well-known/security.txt', '/.well-known/security.txt'],
    ['/api', '/api.html'],
    ['/apiculture', '/apiculture.html'],
    ['//', '/index.html'],
    ['/en', '/en/index.html'],
    ['/en/', '/en/index.html'],
    ['/en/lieux', '/en/lieux.html'],
    ['/en/manifest.webmanifest', '/en/manifest.webmanifest'],
  ])('for %s reads the file %s', (uri, file) => {
    const request = requestFor(uri)
    expect(request.uri).toBe(file)
    expect(request.headers).not.toHaveProperty('x-forwarded-host')
  })

  it('tells the API the host that the visitor sees, whatever the visitor says', () => {
    const request = requestFor('/api/sites/09410A', { 'x-forwarded-host': { value: 'elsewhere.example' } })
    expect(request.uri).toBe('/api/sites/09410A')
    expect(request.headers['x-forwarded-host']).toEqual({ value: 'restante.example.fr' })
  })

  it('tells the API the visitor’s address, whatever the visitor says', () => {
    const request = requestFor('/api/sites', { 'x-client-address': { value: '198.51.100.1' } })
    expect(request.headers['x-client-address']).toEqual({ value: '192.0.2.7' })
  })

  it('is handled by code small enough for CloudFront, in the language that it runs', async () => {
    expect(Buffer.byteLength(code)).toBeLessThan(10_000)
    expect(code).not.toMatch(/\b(import|export|require)\b|\?\.|\?\?/)
    const runs = { arrow: true, 'const-and-let': true, 'template-literal': true }
    await expect(transform(code, { target: 'es5', supported: runs })).resolves.toBeDefined()
    await expect(transform('const { a } = b', { target: 'es5', supported: runs })).rejects.toThrow()
  })
})

describe('a visitor at the edge', () => {
  it.each([
    ['en-GB,en;q=0.9', '/en/'],
    ['en-US,en;q=0.9,fr;q=0.8', '/en/'],
    ['de-DE,de;q=0.9,en;q=0.8', '/en/'],
    ['zh-CN', '/en/'],
    ['fr-FR,fr;q=0.9,en;q=0.8', undefined],
    ['br,fr;q=0.9,en;q=0.8', undefined],
    ['nl, fr', undefined],
    ['*', undefined],
    [undefined, undefined],
  ])('with a browser that prefers %s is first sent to %s', (wanted, address) => {
    expect(sentTo('/', wanted)).toBe(address)
  })

  it('is sent to the same page with the same query, and comes back by no loop', () => {
    const querystring = {
      id: { value: '09410A' },
      use: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] },
    }
    expect(sentTo('/reserver', 'en', { querystring })).toBe('/en/reserver?id=09410A&use=a&use=b')
    expect(sentTo('/en/reserver', 'en', { querystring })).toBeUndefined()
    expect(sentTo('/en/reserver', 'fr', { querystring })).toBeUndefined()
    expect(sentTo('/lieu/09410A', 'en')).toBe('/en/lieu/09410A')
    expect(sentTo('/en/lieu/09410A', 'en')).toBeUndefined()
  })

  it('is led from the address that a site had before to the one of its page, for good', () => {
    const querystring = { id: { value: '09410a' }, pour: { value: 'x' } }
    const answer = requestFor('/en/lieu', {}, { querystring })
    expect([answer.statusCode, answer.headers.location?.value]).toEqual([301, '/en/lieu/09410A?pour=x'])
    expect(sentTo('/lieu', 'fr', { querystring: { id: { value: '../x' } } })).toBeUndefined()
  })

  it('is told so by an answer that nobody may keep, with a cookie that only keeps the language', () => {
    const answer = requestFor('/', { 'accept-language': { value: 'en' } })
    expect(answer.statusCode).toBe(302)
    expect(answer.headers['cache-control']?.value).toBe('no-store')
    expect(answer.headers.vary?.value).toContain('Accept-Language')
    expect(answer.cookies).toEqual({
      'restante-language': {
        value: 'en',
        attributes: 'Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly',
      },
    })
  })

  it('stays in the language once chosen, whatever the browser prefers', () => {
    expect(sentTo('/', 'en', { cookies: language('fr') })).toBeUndefined()
    expect(sentTo('/', 'fr', { cookies: language('en') })).toBe('/en/')
  })

  it('goes on within the pages as their links lead', () => {
    const within = { 'sec-fetch-site': { value: 'same-origin' }, 'accept-language': { value: 'en' } }
    const followed = { ...within, referer: { value: 'https://restante.example.fr/' } }
    expect(requestFor('/lieux', followed).uri).toBe('/lieux.html')
    // A typed address that passes through the service worker comes from no page.
    expect(requestFor('/lieux', within).headers.location?.value).toBe('/en/lieux')
  })

  it('chooses by the link to the other language, which leaves the rest of the query', () => {
    const querystring = { id: { value: '09410A' }, langue: { value: 'fr' } }
    const answer = requestFor('/reserver', { 'accept-language': { value: 'en' } }, { querystring })
    expect(answer.headers.location?.value).toBe('/reserver?id=09410A')
    const site = requestFor('/lieu/09410A', {}, { querystring: { langue: { value: 'fr' } } })
    expect(site.headers.location?.value).toBe('/lieu/09410A')
    expect(answer.cookies['restante-language']?.value).toBe('fr')
    expect(sentTo('/en/lieux', 'fr', { querystring: { langue: { value: 'en' } } })).toBe('/en/lieux')
    expect(sentTo('/lieux', 'fr', { querystring: { langue: { value: 'x' } } })).toBeUndefined()
  })

  it.each(['//elsewhere', '//elsewhere/', '/\\elsewhere', '/assets/a.js', '/favicon.svg'])(
    'is not sent from %s to anywhere',
    (uri) => expect(sentTo(uri, 'en', { querystring: { langue: { value: 'en' } } })).toBeUndefined(),
  )

  it('gets a page that is in French only as it is', () => {
    expect([...frenchOnly]).toEqual([...FRENCH_ONLY])
    expect(sentTo('/planning', 'en')).toBeUndefined()
  })
})
