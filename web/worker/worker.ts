import { OWN_ANSWERS } from '../kit/own-cache.ts'
import { erasePast, findOwn, isOwn, keepOwn, ownAddressesOf } from './own-answers.ts'
import {
  cacheOf,
  FALLBACK,
  fetchPage,
  isOld,
  keepAsset,
  keepOnlyTree,
  keepPage,
  lastingPages,
  nextOf,
  olderCaches,
  PAGES_AT_THE_DOOR,
  shellOf,
  treeOf,
} from './page-shells.ts'
import type { FetchEvent, WorkerScope } from './worker-events.ts'

declare const self: WorkerScope
/** Written by the build: it changes with any file of the site. */
declare const VERSION: string

/** After so long without an answer, what was kept is shown. */
const PATIENCE_MS = 4000

const ENDS_SESSION = /^\/api\/(auth\/sessions|me|me\/sessions)$/
/** Where the issuer of staff leads back to: no page hears of that sign-in. */
const BEGINS_SESSION = '/api/auth/oidc/callback'

/** Grows with each sign-out: an answer asked for before it is not kept after it. */
let signOuts = 0

/** Somebody else may have been here. */
const forgetBefore = (): Promise<boolean> => {
  signOuts += 1
  return caches.delete(OWN_ANSWERS)
}

const openPages = (): Promise<Cache> => caches.open(cacheOf(VERSION))

const nothingIn = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms))

/** The answer, or undefined when none comes in time. */
const inTime = (fresh: Promise<Response>): Promise<Response | undefined> =>
  Promise.race([fresh.catch(() => undefined), nothingIn(PATIENCE_MS)])

const keepUnlessKept = async (pages: Cache, path: string): Promise<void> => {
  if (!(await pages.match(path))) await fetchPage(pages, path)
}

const keepFallback = (pages: Cache, path: string): Promise<void> =>
  keepUnlessKept(pages, `${treeOf(path)}/${FALLBACK}`).catch(() => undefined)

/** Later than what the page itself asks for, and not for people who count their data. */
const keepNext = async (pages: Cache, path: string): Promise<void> => {
  const next = nextOf(path)
  if (!next || self.navigator.connection?.saveData) return
  await nothingIn(PATIENCE_MS)
  await keepUnlessKept(pages, next)
}

const fallback = async (pages: Cache, path: string): Promise<Response> =>
  (await pages.match(`${treeOf(path)}/${FALLBACK}`)) ?? Response.error()

const answerPage = async (event: FetchEvent, path: string): Promise<Response> => {
  const pages = await openPages()
  const kept = await pages.match(path)
  const fresh = fetch(event.request)
  const keeping = fresh.then((answer) => keepPage(pages, path, answer.clone()))
  const more = keeping.then(() => keepFallback(pages, path)).then(() => keepNext(pages, path))
  event.waitUntil(more.catch(() => undefined))
  if (kept && !isOld(kept, Date.now())) return kept
  if (kept) return (await inTime(fresh)) ?? kept
  return fresh.catch(() => fallback(pages, path))
}

/** The file of a site comes from the network, where the device does not have the page of any site. */
const answerSite = async (event: FetchEvent, path: string): Promise<Response> => {
  const pages = await openPages()
  const shell = shellOf(path)
  const kept = await pages.match(shell)
  if (kept && !isOld(kept, Date.now())) {
    event.waitUntil(fetchPage(pages, shell).catch(() => undefined))
    return kept
  }
  const fresh = fetch(event.request)
  const later = fresh.then(() => nothingIn(PATIENCE_MS)).then(() => fetchPage(pages, shell))
  event.waitUntil(later.then(() => keepFallback(pages, path)).catch(() => undefined))
  if (kept) return (await inTime(fresh)) ?? kept
  return fresh.catch(() => fallback(pages, path))
}

/** The edge keeps the choice of a language, and leads to the page. */
const answerChoice = async (event: FetchEvent, path: string): Promise<Response> => {
  const pages = await openPages()
  await keepOnlyTree(pages, treeOf(path))
  return fetch(event.request).catch(async () => (await pages.match(shellOf(path))) ?? fallback(pages, path))
}

const answerAsset = async (address: string): Promise<Response> => {
  const held = await caches.match(address)
  if (held) return held
  const pages = await openPages()
  // A script that is gone answers as the network does.
  await keepAsset(pages, address).catch(() => undefined)
  return (await pages.match(address)) ?? fetch(address)
}

const keepForTheDoor = async (path: string, fresh: Promise<Response>, page: string): Promise<void> => {
  const before = signOuts
  const answer = await fresh.then((each) => each.clone())
  const body = await answer.text()
  if (before !== signOuts) return
  await keepOwn(path, { status: answer.status, body })
  // Other answers of the same page may still come, and tell whether something lies ahead.
  await nothingIn(PATIENCE_MS)
  await erasePast()
  if (!(await caches.has(OWN_ANSWERS))) return
  const pages = await openPages()
  await Promise.all(PAGES_AT_THE_DOOR.map((name) => keepUnlessKept(pages, `${treeOf(page)}/${name}`)))
}

const answerOwn = async (event: FetchEvent, path: string): Promise<Response> => {
  const client = await self.clients.get(event.clientId)
  const page = client ? new URL(client.url).pathname : undefined
  const fresh = fetch(event.request)
  if (page === undefined || !isOwn(path, page)) return fresh
  event.waitUntil(keepForTheDoor(path, fresh, page).catch(() => undefined))
  return (await inTime(fresh)) ?? (await findOwn(path)) ?? fresh
}

const keepOpenPage = async (address: string): Promise<void> => {
  const url = new URL(address)
  const pages = await openPages()
  await fetchPage(pages, shellOf(url.pathname))
  await keepNext(pages, url.pathname).catch(() => undefined)
  for (const path of ownAddressesOf(url))
    if (!(await findOwn(path))) await keepForTheDoor(path, fetch(path), url.pathname)
}

self.addEventListener('install', (event) => {
  const prepare = async () => {
    const pages = await openPages()
    await Promise.all((await lastingPages(VERSION)).map((path) => fetchPage(pages, path, 'no-cache')))
    await self.skipWaiting()
  }
  event.waitUntil(prepare())
})

self.addEventListener('activate', (event) => {
  const takeOver = async () => {
    // The version before stays, for the scripts of pages that are still open.
    for (const name of (await olderCaches(VERSION)).slice(0, -1)) await caches.delete(name)
    await self.clients.claim()
    await erasePast()
    const open = await self.clients.matchAll({ type: 'window' })
    await Promise.all(open.map(({ url }) => keepOpenPage(url).catch(() => undefined)))
  }
  event.waitUntil(takeOver())
})

// A worker starts with each visit.
erasePast().catch(() => undefined)

const isOfSite = (path: string): boolean => !path.startsWith('/api/') && !path.startsWith('/_')

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method !== 'GET') {
    if (request.method === 'DELETE' && ENDS_SESSION.test(pathname)) signOuts += 1
    return
  }
  if (request.mode === 'navigate') {
    if (pathname === BEGINS_SESSION) event.waitUntil(forgetBefore())
    const answerOne = shellOf(pathname) === pathname ? answerPage : answerSite
    const answer = searchParams.has('langue') ? answerChoice : answerOne
    if (isOfSite(pathname)) event.respondWith(answer(event, pathname))
  } else if (pathname.startsWith('/assets/')) event.respondWith(answerAsset(pathname))
  else if (/^\/api\/(bookings|me|workshops\/\w+\/attendance)(\/|$)/.test(pathname))
    event.respondWith(answerOwn(event, pathname))
})
