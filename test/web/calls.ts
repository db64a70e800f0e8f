import { basename, join } from 'node:path'
import { routes } from '../../shared/contracts/routes.ts'
import type { Refusals } from '../../web/kit/words/fr/refusals.ts'
import { importsOf, ROOT, sourceFiles } from '../architecture/imports.ts'
import { answerFetch } from './answer-fetch.ts'

type RouteName = keyof typeof routes

const web = new Map(sourceFiles('web').map((file) => [file.path, file]))

const load = (path: string): Promise<Record<string, unknown>> => import(join(ROOT, path))

/** A file with all files of the web that it bundles. */
const bundled = (path: string, seen = new Set<string>()): Set<string> => {
  const file = web.get(path)
  if (!file || seen.has(path)) return seen
  seen.add(path)
  for (const { target, typeOnly } of importsOf(file)) if (!typeOnly) bundled(target, seen)
  return seen
}

const segmentsFit = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length && wanted.every((each, at) => each.startsWith(':') || each === given[at])
  )
}

/** Literal paths come before parameters. */
const routeOf = (method: string, path: string): RouteName => {
  const fits = Object.entries(routes).filter(
    ([, each]) => each.method === method && segmentsFit(each.path, path),
  )
  const [found] = fits.sort(([, one], [, other]) => one.path.split(':').length - other.path.split(':').length)
  if (!found) throw new Error(`no route for ${method} ${path}`)
  return found[0] as RouteName
}

type Client = Record<string, (...given: unknown[]) => Promise<unknown>>

/** The routes that each function of a client asks, by the name that pages call (`staffApi.attend`). */
const callsOf = async (path: string): Promise<[string, RouteName[]][]> => {
  const exported = await load(path)
  const [name] = Object.keys(exported).filter((each) => /^api$|Api$/.test(each))
  if (!name) throw new Error(`no client in ${path}`)
  const asked: RouteName[] = []
  answerFetch(async (address, { method = 'GET' }) => {
    asked.push(routeOf(method.toLowerCase(), new URL(address, 'http://x').pathname.replace('/api', '')))
    return new Response('{}', { status: 500 })
  })
  const calls: [string, RouteName[]][] = []
  for (const [each, call] of Object.entries(exported[name] as Client)) {
    await call('x', 'x', 'x', 'x')
    // The client cannot tell a fault of the service from a network that is away.
    if (asked.length === 0) throw new Error(`${name}.${each} asks no route of the API`)
    calls.push([`${name}.${each}`, asked.splice(0)])
  }
  return calls
}

const isMessages = (path: string): boolean => path.includes('/words/')

/** Sentences of a file of messages, by exported name. */
const refusalsIn = async (path: string, named: ReadonlySet<string>): Promise<Refusals[]> =>
  Object.entries(await load(path)).flatMap(([name, value]) => (named.has(name) ? [value as Refusals] : []))

export type PageCalls = {
  readonly page: string
  readonly asks: readonly RouteName[]
  readonly says: Refusals
}

const callsOfPage = async (
  page: string,
  calls: ReadonlyMap<string, readonly RouteName[]>,
): Promise<PageCalls> => {
  const files = [...bundled(page)]
  const text = files.flatMap((path) => (isMessages(path) ? [] : [web.get(path)?.text])).join('\n')
  const asks = (text.match(/\b(?:api|\w+Api)\.\w+/g) ?? []).flatMap((call) => calls.get(call) ?? [])
  const named = new Set(text.match(/\b\w+Refusals\b/g))
  const says = await Promise.all(files.filter(isMessages).map((path) => refusalsIn(path, named)))
  return {
    page: basename(page, '.tsx'),
    asks: [...new Set(asks)].sort(),
    says: Object.assign({}, ...says.flat()),
  }
}

/** The routes that each page asks, and its own sentences for their refusals. */
export const pageCalls = async (): Promise<PageCalls[]> => {
  const paths = [...web.keys()]
  const calls = new Map<string, readonly RouteName[]>()
  for (const path of paths.filter((each) => /-client\.ts$/.test(each)))
    for (const [call, asked] of await callsOf(path)) calls.set(call, asked)
  return Promise.all(paths.filter((path) => path.includes('/pages/')).map((page) => callsOfPage(page, calls)))
}
