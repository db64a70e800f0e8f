/** What a service worker uses of its global scope; the types of the DOM do not have it. */
type LastingEvent = Event & { readonly waitUntil: (done: Promise<unknown>) => void }

export type FetchEvent = LastingEvent & {
  readonly request: Request
  readonly clientId: string
  readonly respondWith: (answer: Promise<Response>) => void
}

type Client = { readonly url: string }

type WorkerEvents = {
  readonly install: LastingEvent
  readonly activate: LastingEvent
  readonly fetch: FetchEvent
}

export type WorkerScope = {
  readonly navigator: { readonly connection?: { readonly saveData: boolean } }
  readonly registration: ServiceWorkerRegistration
  readonly skipWaiting: () => Promise<void>
  readonly clients: {
    readonly claim: () => Promise<void>
    readonly get: (id: string) => Promise<Client | undefined>
    readonly matchAll: (of: { type: 'window' }) => Promise<readonly Client[]>
  }
  readonly addEventListener: <Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ) => void
}
