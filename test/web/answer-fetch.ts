import { vi } from 'vitest'

/** Stands for the API: answers each request of the web. */
export const answerFetch = (answer: (path: string, init: RequestInit) => Promise<Response>): void => {
  vi.stubGlobal('fetch', answer)
}
