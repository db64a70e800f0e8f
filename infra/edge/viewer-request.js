/** Pages that have no twin in English, as `web/french-only.ts` has them. */
const FRENCH_ONLY =
  'aujourd-hui equipe planning planifier ma-semaine absence presences feuille codes-de-porte cles demandes traiter guichet telephone retrouver copier fermer fermeture idees locaux espaces espace regles clavier agenda-exterieur preter ne-plus-preter modifier-atelier adherents chiffres droits outils outil journal bordereau borne 404 indisponible'.split(
    ' ',
  )

const YEAR_SECONDS = 31536000
const LANGUAGES = ['fr', 'en']

const pathOf = (uri) => uri.replace(/\/+$/, '')
const isPage = (path) => !/\.[^/]*$/.test(path)
/** Each site has a page: `/lieu/09410A`, whatever the case of its letters. */
const sitePath = (path) => /^(\/en)?\/lieu\/(\w{4,8})$/.exec(path)

/** Not `//elsewhere`, which a browser takes for another host. */
const isOwn = (uri) => /^(\/[\w-]+)*\/?$/.test(uri)

const pageFile = (uri) => {
  const path = pathOf(uri)
  if (path === '' || path === '/en') return `${path}/index.html`
  const site = sitePath(path)
  if (site) return `${site[1] || ''}/lieu/${site[2].toUpperCase()}.html`
  return isPage(path) ? `${path}.html` : uri
}

const inEnglish = (path) => {
  if (sitePath(path)) return path.startsWith('/en') ? undefined : `/en${path}`
  const found = /^\/?([\w-]*)$/.exec(path)
  return !found || found[1] === 'en' || FRENCH_ONLY.includes(found[1]) ? undefined : `/en/${found[1]}`
}

/** From 0 to 1. */
const weightOf = (wanted, language) =>
  wanted
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*q=/))
    .filter((tag) => tag[0].split('-')[0] === language)
    .reduce((most, tag) => Math.max(most, tag.length > 1 ? Number(tag[1]) || 0 : 1), 0)

/** Crawlers name no language, and get the French pages, which lead to the others. */
const prefersEnglish = (wanted) => {
  if (!wanted || wanted.trim() === '*') return false
  const french = weightOf(wanted, 'fr')
  return french === 0 || french < weightOf(wanted, 'en')
}

const queryText = (query, without) => {
  const pairs = Object.keys(query)
    .filter((key) => key !== without)
    .map((key) => (query[key].multiValue || [query[key]]).map((each) => `${key}=${each.value}`).join('&'))
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const redirect = (location, language) => ({
  statusCode: 302,
  statusDescription: 'Found',
  headers: {
    location: { value: location },
    'cache-control': { value: 'no-store' },
    vary: { value: 'Accept-Language, Cookie, Referer, Sec-Fetch-Site' },
  },
  cookies: {
    'restante-language': {
      value: language,
      attributes: `Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; Secure; HttpOnly`,
    },
  },
})

const valueIn = (named) => (named ? named.value : undefined)

/** The link to the other language says so in its query, and the choice is kept. */
const choice = (request) => {
  const chosen = valueIn(request.querystring.langue)
  return LANGUAGES.includes(chosen)
    ? redirect(request.uri + queryText(request.querystring, 'langue'), chosen)
    : undefined
}

/** Through the service worker, all addresses are of the same origin, but a typed one comes from no page. */
const isFollowed = (headers) =>
  valueIn(headers['sec-fetch-site']) === 'same-origin' && valueIn(headers.referer) !== undefined

/** Visitors who come from elsewhere: by the language they chose, at first by that of their browser. */
const arrival = (request) => {
  const address = inEnglish(pathOf(request.uri))
  if (!address || isFollowed(request.headers)) return undefined
  const chosen = valueIn(request.cookies['restante-language'])
  const english = chosen ? chosen === 'en' : prefersEnglish(valueIn(request.headers['accept-language']))
  return english ? redirect(address + queryText(request.querystring), 'en') : undefined
}

/** Where the pages of sites were before. */
const moved = (request) => {
  const path = pathOf(request.uri)
  const id = valueIn(request.querystring.id)
  if (!/^(\/en)?\/lieu$/.test(path) || !/^\w{4,8}$/.test(id || '')) return undefined
  const location = `${path}/${id.toUpperCase()}${queryText(request.querystring, 'id')}`
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: location } },
  }
}

const CATALOG = '/.well-known/api-catalog'

/** RFC 9727: where programs begin, as a set of links (RFC 9264). */
const catalog = (host) => {
  const origin = `https://${host}`
  const link = (path, type) => ({ href: origin + path, type })
  const linkset = [
    { anchor: origin + CATALOG, item: [{ href: `${origin}/api` }, { href: `${origin}/api/mcp` }] },
    {
      anchor: `${origin}/api`,
      'service-desc': [link('/api/openapi.json', 'application/vnd.oai.openapi+json;version=3.1')],
      'service-doc': [link('/api', 'text/html'), link('/en/api', 'text/html')],
      'service-meta': [link('/api/public/open-data/datapackage.json', 'application/json')],
    },
  ]
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': {
        value: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
      },
      'cache-control': { value: 'public, max-age=3600' },
      'access-control-allow-origin': { value: '*' },
      link: { value: `<${origin}${CATALOG}>; rel="api-catalog"` },
    },
    body: { encoding: 'text', data: JSON.stringify({ linkset }) },
  }
}

/** Page addresses have no extension. The API gets the visitor's host and address. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  const request = event.request
  if (request.uri.startsWith('/api/')) {
    request.headers['x-forwarded-host'] = { value: request.headers.host.value }
    request.headers['x-client-address'] = { value: event.viewer.ip }
    return request
  }
  if (request.uri === CATALOG) return catalog(request.headers.host.value)
  const elsewhere = isOwn(request.uri) && (moved(request) || choice(request) || arrival(request))
  if (elsewhere) return elsewhere
  request.uri = pageFile(request.uri)
  return request
}
