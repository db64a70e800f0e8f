import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { lentSites, reviewDaily } from './review-sites.ts'

const deps = dependencies()

export const handler = handle(
  async () => {
    const sites = await lentSites(deps)
    await reviewDaily(sites, deps)
    return sites.length
  },
  (_, sites) => ({ sites }),
)
