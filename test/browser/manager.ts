import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { formatToken } from '../../functions/http/access.ts'
import { hashOf, idOf } from '../../functions/http/hash.ts'
import { openEngine } from '../../infra/local/engine.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { HolderId } from '../../shared/domain/booking.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import type { Stage } from './stage.ts'

/** Signs the page's browser in as the manager of a site, with a second factor, as their employer's sign-in would. */
export const signInAsManager = async ({ origin, folder }: Stage, page: Page, site: string): Promise<void> => {
  const engine = await openEngine({ folder: join(folder, '.restante'), shared: true })
  const client = localClient(engine.endpoint)
  try {
    const deps = dependenciesOn({ client, name: 'restante' })
    const email = `responsable.${site.toLowerCase()}@example.org`
    const newId = idOf('holder', email) as HolderId
    const holder = await deps.identities.findOrAddHolder(hashOf('email', email), email, newId)
    await deps.identities.renameHolder(holder, 'La responsable')
    await deps.grants.give(holder, { role: 'manager', scope: atSite(site as SiteId) })
    const secret = deps.secret()
    const openedAt = Date.now() as Instant
    const session = { means: 'issuer', secondFactor: true, device: 'phone', openedAt, seenAt: openedAt } as const
    await deps.sessions.addSession(holder, hashOf(secret), session)
    await page
      .context()
      .addCookies([{ name: 'restante-session', value: formatToken({ holder, secret }), url: origin, httpOnly: true }])
  } finally {
    client.destroy()
    await engine.close()
  }
}
