import { ask } from '../kit/api-client.ts'
import { readKnown } from '../kit/known.ts'

const MOST_SITES = 3

/** Counts again what is to do where the person works; what their role does not open stays uncounted. */
export const refreshToDo = async (): Promise<void> => {
  const sites = Object.keys(readKnown()?.sites ?? {}).slice(0, MOST_SITES)
  await Promise.all(
    sites.flatMap((site) => [
      ask('GET /sites/:site/requests', [site]),
      ask('GET /sites/:site/calls', [site]),
    ]),
  )
}
