import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openEngine } from '../../infra/local/engine.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite, type StaffRole } from '../../shared/domain/rights.ts'
import { anApi } from '../support/api.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import type { Person } from './stage.ts'

type Where = { readonly folder: string; readonly origin: string }
type Staff = Person & { readonly role: StaffRole; readonly site?: string }

/**
 * Signs the page's browser in as staff of a site with a second factor, without an issuer; answers how to
 * withdraw the right.
 */
export const signInWithRole = async (
  page: Page,
  { name, email, role, site = MONTMIRAIL }: Staff,
  where: Where,
) => {
  const engine = await openEngine({ folder: join(where.folder, '.restante'), shared: true })
  const client = localClient(engine.endpoint)
  const api = anApi({ client, name: 'restante' })
  api.clock.now = Date.now() as Instant
  const [, value = ''] = (await api.signIn(email, name)).split('=')
  const holder = await holderOf(api, email)
  const grant = { role, scope: atSite(site as SiteId) }
  await api.deps.grants.give(holder, grant)
  await page.context().addCookies([{ name: 'restante-session', value, url: where.origin }])
  return { withdraw: () => api.deps.grants.withdraw(holder, grant) }
}
