import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { reviewDue } from './review-sites.ts'

const deps = dependencies()

export const handler = handle(
  () => reviewDue(deps),
  (_, counts) => (counts.sites > 0 ? counts : undefined),
)
