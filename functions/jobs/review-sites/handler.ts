import middy from '@middy/core'
import { dependencies } from '../../dependencies.ts'
import { lentSites, reviewDaily } from './review-sites.ts'

const deps = dependencies()

export const handler = middy(async () => reviewDaily(await lentSites(deps), deps))
