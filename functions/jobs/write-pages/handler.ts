import { pagesEnvironment } from '../../environment.ts'
import { handle } from '../../invocation/handle.ts'
import { loadOnce } from '../../invocation/load-once.ts'
import { writeDependencies } from './write-dependencies.ts'
import { writePages } from './write-pages.ts'

const environment = pagesEnvironment()
const prepared = loadOnce(async () => writePages(await writeDependencies(environment)))

export const handler = handle(
  async (event, context) => (await prepared())(event, context),
  (_, counts) => (counts.files > 0 ? counts : undefined),
)
