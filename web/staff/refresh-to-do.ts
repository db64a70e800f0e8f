import { ask } from '../kit/api-client.ts'
import { readKnown } from '../kit/known.ts'

const MOST_SITES = 3

/** Counts again what is to do where the person works. */
export const refreshToDo = async (): Promise<void> => {
  const sites = Object.entries(readKnown()?.sites ?? {}).slice(0, MOST_SITES)
  const asked = sites.flatMap(([site, { requests, calls }]) => [
    ...(requests === undefined ? [] : [ask('GET /sites/:site/requests', [site])]),
    ...(calls === undefined ? [] : [ask('GET /sites/:site/calls', [site])]),
  ])
  await Promise.all(asked)
}
