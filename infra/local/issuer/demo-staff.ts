import { atSite, type Grant } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'

const MONTMIRAIL = atSite('09410A' as SiteId)

/** Who works at the demo's places: `subject` is what the issuer of this machine calls them. */
export type DemoStaff = {
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly grant: Grant
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    subject: 'manager',
    name: 'Responsable de Montmirail',
    email: 'responsable@restante.example',
    grant: { role: 'manager', scope: MONTMIRAIL },
  },
  {
    subject: 'agent',
    name: 'Agent de Montmirail',
    email: 'agent@restante.example',
    grant: { role: 'agent', scope: MONTMIRAIL },
  },
  {
    subject: 'mediator',
    name: 'Médiatrice de Montmirail',
    email: 'mediatrice@restante.example',
    grant: { role: 'mediator', scope: MONTMIRAIL },
  },
  {
    subject: 'network',
    name: 'Réseau',
    email: 'reseau@restante.example',
    grant: { role: 'network', scope: { kind: 'network' } },
  },
]
