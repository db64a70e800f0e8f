import { Hono } from 'hono'
import { FiguresView } from '../../../shared/contracts/figure-views.ts'
import { figureRoutes as routes } from '../../../shared/contracts/routes/figures.ts'
import type { Told } from '../../../shared/domain/figures.ts'
import { MINUTES_A_QUARTER } from '../../../shared/domain/quarter.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import { readFigures } from '../../use-cases/read-figures.ts'

const hoursOf = (quarters: number): number => (quarters * MINUTES_A_QUARTER) / 60

const viewOfTold = <Name>({ names, count, quarters }: Told<Name>) => ({
  names: [...names],
  ...(count !== undefined && { count }),
  ...(quarters && { hours: hoursOf(quarters) }),
})

export const figureRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.readFigures.path,
    signedIn(deps),
    validParam(routes.readFigures.params),
    validQuery(routes.readFigures.query),
    async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('query'), by: c.get('holder') }
      const result = await readFigures(asked, deps)
      if (!result.ok) return problem(c, result.error)
      const { month, spaces, workshops, people, ages, occupations, skillsTests } = result.value
      return respond(c, 200, FiguresView, {
        month,
        spaces: spaces.map(viewOfTold),
        workshops: { sittings: workshops.count, hours: hoursOf(workshops.quarters) },
        people: people.map(viewOfTold),
        ages: ages.map(viewOfTold),
        occupations: occupations.map(viewOfTold),
        skillsTests: skillsTests.map(viewOfTold),
      })
    },
  )
