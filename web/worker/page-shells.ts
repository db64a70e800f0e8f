/** Pages of another language stand under its two letters: `/en/lieu`. */
export const treeOf = (path: string): string => /^\/[a-z]{2}(?=\/|$)/.exec(path)?.[0] ?? ''

/** Shown for a page that was never loaded. */
export const FALLBACK = 'sans-reseau'

/** The pages that a person needs at the door. */
export const PAGES_AT_THE_DOOR = ['reservation', 'mes-reservations'] as const

const LASTING: readonly string[] = [FALLBACK, ...PAGES_AT_THE_DOOR, 'presences']
const FAMILY = 'pages-'
const ASSET = /\/assets\/[\w-]+\.js/g
const LONGEST_SHOWN_MS = 7 * 86_400_000

export const cacheOf = (version: string): string => `${FAMILY}${version}`

/** Older versions, the newest last. */
export const olderCaches = async (version: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== cacheOf(version))

const loading = new Map<string, Promise<void>>()

const load = async (pages: Cache, address: string): Promise<void> => {
  if (await pages.match(address)) return
  const held = await caches.match(address)
  await (held ? pages.put(address, held) : pages.add(address))
}

/** A script, fetched once even when the page and its shell want it at the same time. */
export const keepAsset = (pages: Cache, address: string): Promise<void> => {
  const begun = loading.get(address) ?? load(pages, address).finally(() => loading.delete(address))
  loading.set(address, begun)
  return begun
}

const isPage = ({ ok, redirected, headers }: Response): boolean =>
  ok && !redirected && (headers.get('content-type') ?? '').startsWith('text/html')

/** Keeps a page once all of its scripts are here, so that it never meets those of another version. */
export const keepPage = async (pages: Cache, path: string, answer: Response): Promise<void> => {
  if (answer.status === 404) await pages.delete(path)
  if (!isPage(answer)) return
  const html = await answer.clone().text()
  await Promise.all([...new Set(html.match(ASSET))].map((address) => keepAsset(pages, address)))
  await pages.put(path, answer)
}

export const fetchPage = async (pages: Cache, path: string, cache?: RequestCache): Promise<void> =>
  keepPage(pages, path, await fetch(path, cache && { cache }))

/** A page of long ago waits for the network, as the API may have changed since. */
export const isOld = ({ headers }: Response, now: number): boolean =>
  now - Date.parse(headers.get('date') ?? '') > LONGEST_SHOWN_MS

/** The pages to have before a new version takes over: people may next open them without a network. */
export const lastingPages = async (version: string): Promise<string[]> => {
  const names = await olderCaches(version)
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  const paths = kept.flat().map(({ url }) => new URL(url).pathname)
  return [...new Set([`/${FALLBACK}`, ...paths.filter((path) => LASTING.includes(nameOf(path)))])]
}

/** Shown from then on where no network brings a newer one. */
const makeOld = async (pages: Cache, path: string): Promise<void> => {
  const page = await pages.match(path)
  if (!page) return
  const headers = new Headers(page.headers)
  headers.set('date', new Date(0).toUTCString())
  await pages.put(path, new Response(await page.blob(), { headers }))
}

/** Forgets pages of the other language, so that the edge is asked; those for the door stay, without network. */
export const keepOnlyTree = async (pages: Cache, tree: string): Promise<void> => {
  for (const { url } of await pages.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/assets/') || treeOf(pathname) === tree) continue
    if (LASTING.includes(nameOf(pathname))) await makeOld(pages, pathname)
    else await pages.delete(pathname)
  }
}

const NEXT: Readonly<Record<string, string>> = { lieux: 'lieu' }

/** What a search leads to is kept while people read what it found, so that they wait for its answers only. */
export const nextOf = (path: string): string | undefined => {
  const name = NEXT[nameOf(path)]
  return name && `${treeOf(path)}/${name}`
}

/** The page of any site: what is kept on a device fits all of them. */
export const shellOf = (path: string): string => path.replace(/(?<=\/lieu)\/\w+\/?$/, '')

/** The last part of a path; empty for the home page. */
export const nameOf = (path: string): string => path.slice(treeOf(path).length + 1)
