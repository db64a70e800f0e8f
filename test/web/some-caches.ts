type Fetched = (address: string) => Response

const ORIGIN = 'https://restante.example'

const pathOf = (key: string | Pick<Request, 'url'>): string =>
  new URL(typeof key === 'string' ? key : key.url, ORIGIN).pathname

const aCache = (fetched: Fetched) => {
  const kept = new Map<string, Response>()
  return {
    kept,
    match: async (key: string | Request) => kept.get(pathOf(key))?.clone(),
    put: async (key: string, answer: Response) => void kept.set(key, answer),
    delete: async (key: string | Request) => kept.delete(pathOf(key)),
    keys: async () => [...kept.keys()].map((url) => ({ url: new URL(url, ORIGIN).href })),
    add: async (key: string) => {
      const answer = fetched(key)
      if (!answer.ok) throw new TypeError('not ok')
      kept.set(key, answer)
    },
  }
}

/** The caches of a browser, as far as the worker uses them. */
export const someCaches = (fetched: Fetched = () => new Response('')) => {
  const all = new Map<string, ReturnType<typeof aCache>>()
  const open = (name: string) => {
    const cache = all.get(name) ?? aCache(fetched)
    all.set(name, cache)
    return cache
  }
  return {
    all,
    open: async (name: string) => open(name),
    has: async (name: string) => all.has(name),
    delete: async (name: string) => all.delete(name),
    keys: async () => [...all.keys()],
    match: async (key: string) => [...all.values()].find(({ kept }) => kept.has(key))?.match(key),
  }
}
