import type { Charge } from '../../../shared/domain/charge.ts'
import type { Hook, HookScope } from '../../../shared/domain/hook.ts'
import { POLICY, type Role, type Scope } from '../../../shared/domain/rights.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { firstInCharge, scopesOf } from '../../use-cases/nearest-in-charge.ts'
import type { Mail } from './mail.ts'
import { hookPausedMail } from './mails/staff-mails.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { hookPaused } from './words/fr/to-staff.ts'

const { staff, association: members } = POLICY['link-tools']
const LINKING: readonly Role[] = [...staff, ...members]

type Place = {
  readonly of: string
  readonly scopes: readonly (readonly [Charge | 'association', Scope])[]
}

const NETWORK = ['network', { kind: 'network' }] as const

const placeOf = async (scope: HookScope, deps: SendDependencies): Promise<Place | undefined> => {
  if (scope.kind === 'association') {
    const known = await deps.identities.findHolder(scope.association)
    return known && { of: known.name ?? '', scopes: [['association', scope]] }
  }
  if (scope.kind === 'departement')
    return { of: hookPaused.departement(scope.departement), scopes: [['departement', scope], NETWORK] }
  const lent = await deps.sites.findSite(scope.site)
  return lent && { of: lent.site.name, scopes: scopesOf(lent.site) }
}

/** Nobody is told of a tool that was removed or resumed before the mail left. */
export const hookMailsFor = async (paused: Hook, deps: SendDependencies): Promise<Mail[]> => {
  const hook = await deps.hooks.findHook(paused.scope, paused.id)
  if (hook?.pausedAt !== paused.pausedAt || !hook) return []
  const place = await placeOf(hook.scope, deps)
  const inCharge = place && (await firstInCharge(place.scopes, LINKING, deps))
  if (!inCharge) throw new UndeliverableError('nobody is in charge of a paused hook')
  const told = { hook, of: place.of, charge: inCharge.charge }
  return inCharge.emails.map((email) => hookPausedMail(email, told, deps.origin))
}
