import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import {
  PremisesOfSiteView,
  PremisesView,
  SpaceConsentView,
} from '../../../shared/contracts/premises-views.ts'
import { premisesRoutes as routes } from '../../../shared/contracts/routes/premises.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { asksOwner } from '../../../shared/domain/owner-consent.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { agreeToLending, disagreeToLending } from '../../use-cases/agree-to-lending.ts'
import { describePremises, readPremises } from '../../use-cases/describe-premises.ts'
import type { ChangeRefusal } from '../../use-cases/lending-refusal.ts'

const UNDESCRIBED = { version: 0 }

const viewOfConsent = ({
  site,
  space: { id, name, revision = 0, consent },
}: {
  readonly site: Pick<Site, 'timeZone'>
  readonly space: Space
}): SpaceConsentView => ({
  ...{ id, name, revision },
  ...(consent && { agreedOn: localTimeAt(consent.at, site.timeZone).date, until: consent.until }),
})

/** The owner reads how many bookings it touches, and of nobody. */
const refused = (c: Context, error: ChangeRefusal): Promise<Response> =>
  problem(
    c,
    error.kind === 'touches-bookings'
      ? { kind: error.kind, mark: error.found.mark, count: error.found.touched.length, bookings: [] }
      : error,
  )

export const premisesRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readPremises.path, mine, validParam(routes.readPremises.params), async (c) => {
      const found = await readPremises({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!found) return problem(c, { kind: 'not-found' })
      const { premises, site, spaces, ...more } = found
      const consents = spaces.map((space) => viewOfConsent({ site, space }))
      const isAsked = asksOwner(premises) || consents.some(({ until }) => until !== undefined)
      const view = { ...(premises ?? UNDESCRIBED), ...more, asksOwner: isAsked, spaces: consents }
      return respond(c, 200, PremisesOfSiteView, view)
    })
    .put(
      routes.describePremises.path,
      jsonOnly,
      mine,
      validParam(routes.describePremises.params),
      validBody(routes.describePremises.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const described = await describePremises(command, deps)
        return described.ok ? respond(c, 200, PremisesView, described.value) : problem(c, described.error)
      },
    )
    .put(
      routes.agreeToLending.path,
      jsonOnly,
      mine,
      validParam(routes.agreeToLending.params),
      validBody(routes.agreeToLending.body),
      async (c) => {
        const of = { ...c.req.valid('param'), by: c.get('holder') }
        const body = c.req.valid('json')
        const said = body.agreed
          ? await agreeToLending({ ...of, ...body }, deps)
          : await disagreeToLending({ ...of, ...body }, deps)
        return said.ok ? respond(c, 200, SpaceConsentView, viewOfConsent(said.value)) : refused(c, said.error)
      },
    )
}
