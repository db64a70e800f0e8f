import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { DataPackage, FreeTimesView, TableSchema } from '../../../shared/contracts/open-data-views.ts'
import { openDataRoutes as routes } from '../../../shared/contracts/routes/open-data.ts'
import type { Locality } from '../../../shared/domain/locality.ts'
import type { Dependencies } from '../../dependencies.ts'
import { keptAnswer } from '../../http/kept-answer.ts'
import { problem } from '../../http/problem.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import { loadOnce } from '../../invocation/load-once.ts'
import { readFreeTimes } from '../../use-cases/read-free-times.ts'
import {
  csvOfFreeTimes,
  LICENCE,
  tableSchema,
  viewOfDataPackage,
  viewOfFreeTimes,
} from '../views/free-times-view.ts'

const gazetteer = loadOnce(async () => (await import('../gazetteer.ts')).readGazetteer())

const { readDataPackage, readTableSchema, readFreeTimes: readFile } = routes

/** Under the licence, kept by the edge for so long. */
const open = (c: Context, body: string, type: string, seconds: number): Response =>
  keptAnswer(
    c,
    body,
    new Headers({
      'content-type': type,
      'cache-control': `public, s-maxage=${seconds}`,
      link: `<${LICENCE}>; rel="license", </api/public/open-data/datapackage.json>; rel="describedby"`,
    }),
  )

const JSON_TYPE = 'application/json'

const departementsIn = async ({ directory }: Dependencies): Promise<string[]> => {
  const lending = (await directory()).entries.filter(({ spaces }) => spaces.length > 0)
  return [...new Set(lending.map(({ departement }) => departement))].sort()
}

const LONGEST_MS = 60_000

/** Who goes around the edge makes an instance read an area at most once a minute; what is older is not kept. */
const readOnce = (deps: Dependencies) => {
  const held = new Map<string, { readonly at: number; readonly view: Promise<FreeTimesView> }>()
  const read = async (area: Locality) =>
    FreeTimesView.parse(viewOfFreeTimes(area, await readFreeTimes(area, deps)))
  return (area: Locality): Promise<FreeTimesView> => {
    for (const [code, { at }] of held) if (deps.now() - at >= LONGEST_MS) held.delete(code)
    const known = held.get(area.code)
    if (known) return known.view
    const view = read(area)
    held.set(area.code, { at: deps.now(), view })
    view.catch(() => held.delete(area.code))
    return view
  }
}

export const openDataRoutes = (deps: Dependencies) => {
  const freeTimesOf = readOnce(deps)
  return new Hono()
    .get(readDataPackage.path, validQuery(readDataPackage.query), async (c) => {
      const view = DataPackage.parse(viewOfDataPackage(await departementsIn(deps)))
      return open(c, JSON.stringify(view), JSON_TYPE, readDataPackage.cacheSeconds)
    })
    .get(readTableSchema.path, validQuery(readTableSchema.query), (c) => {
      const view = TableSchema.parse(tableSchema())
      return open(c, JSON.stringify(view), JSON_TYPE, readTableSchema.cacheSeconds)
    })
    .get(readFile.path, validParam(readFile.params), validQuery(readFile.query), async (c) => {
      const [code = '', format] = c.req.valid('param').file.split('.')
      const area = (await gazetteer()).find(code)
      if (!area) return problem(c, { kind: 'not-found' })
      const view = await freeTimesOf(area)
      return format === 'csv'
        ? open(c, csvOfFreeTimes(view), 'text/csv; charset=utf-8', readFile.cacheSeconds)
        : open(c, JSON.stringify(view), JSON_TYPE, readFile.cacheSeconds)
    })
}
