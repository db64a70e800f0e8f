import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { reviewDue } from './review-sites.ts'

const deps = dependencies()

export const handler = handle(
  (_: unknown, context) => reviewDue(deps, context),
  (_, counts) => (counts.sites > 0 ? counts : undefined),
)
