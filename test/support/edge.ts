import { PUBLIC_QUERY } from '../../infra/public-reads.ts'

type Asked = (address: string) => Promise<Response>

type Kept = { readonly body: string; readonly freshUntil: number; readonly staleUntil: number }

/** In milliseconds. */
const told = (headers: Headers, directive: string): number =>
  1000 * Number(new RegExp(`${directive}=(\\d+)`).exec(headers.get('cache-control') ?? '')?.[1] ?? 0)

const keyOf = (address: string): string => {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()])
    if (!PUBLIC_QUERY.includes(name)) url.searchParams.delete(name)
  return url.href
}

/**
 * One edge, as CloudFront is configured: keeps by path and known query, asks once for all who ask at the same
 * time, and shows what it has while it asks again.
 */
export const anEdge = (ask: Asked, now: () => number) => {
  const kept = new Map<string, Kept>()
  const asking = new Map<string, Promise<{ readonly status: number; readonly body: string }>>()
  let calls = 0

  const fetch = async (key: string) => {
    calls += 1
    const answer = await ask(key)
    const body = await answer.text()
    const age = told(answer.headers, 's-maxage')
    const stale = told(answer.headers, 'stale-while-revalidate')
    if (age > 0) kept.set(key, { body, freshUntil: now() + age, staleUntil: now() + age + stale })
    return { status: answer.status, body }
  }

  const fetchOnce = (key: string) => {
    const begun = asking.get(key) ?? fetch(key).finally(() => asking.delete(key))
    asking.set(key, begun)
    return begun
  }

  const read = async (address: string) => {
    const key = keyOf(address)
    const held = kept.get(key)
    if (!held || held.staleUntil <= now()) return fetchOnce(key)
    if (held.freshUntil <= now()) void fetchOnce(key).catch(() => undefined)
    return { status: 200, body: held.body }
  }

  return { read, calls: () => calls }
}
