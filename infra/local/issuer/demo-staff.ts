import type { SiteId } from '../../../shared/domain/ids.ts'
import { atSite, type Grant } from '../../../shared/domain/rights.ts'

const MONTMIRAIL = atSite('09410A' as SiteId)

/** `subject` identifies them at the local issuer. */
export type DemoStaff = {
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly weeklyHours?: number
  readonly grants: readonly Grant[]
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    subject: 'manager',
    name: 'Responsable de Montmirail',
    email: 'responsable@restante.example',
    grants: [{ role: 'manager', scope: MONTMIRAIL }],
  },
  {
    subject: 'agent',
    name: 'Agent de Montmirail',
    email: 'agent@restante.example',
    grants: [{ role: 'agent', scope: MONTMIRAIL }],
  },
  {
    subject: 'mediator',
    name: 'Médiatrice de Montmirail',
    email: 'mediatrice@restante.example',
    grants: [{ role: 'mediator', scope: MONTMIRAIL }],
  },
  {
    subject: 'nadia',
    name: 'Nadia, médiatrice dans l’Allier',
    email: 'nadia@restante.example',
    weeklyHours: 18,
    grants: ['00518A', '00502A', '00486A'].map((site) => ({
      role: 'mediator',
      scope: atSite(site as SiteId),
    })),
  },
  {
    subject: 'departement',
    name: 'Département de la Marne',
    email: 'marne@restante.example',
    grants: [{ role: 'manager', scope: { kind: 'departement', departement: '51' } }],
  },
  {
    subject: 'coordinator',
    name: 'Coordination de la Marne',
    email: 'coordination@restante.example',
    grants: [{ role: 'coordinator', scope: { kind: 'departement', departement: '51' } }],
  },
  {
    subject: 'mairie',
    name: 'Mairie de Montmirail',
    email: 'mairie@restante.example',
    grants: [{ role: 'owner', scope: MONTMIRAIL }],
  },
  {
    subject: 'phone',
    name: 'Accueil par téléphone',
    email: 'telephone@restante.example',
    grants: [{ role: 'phone', scope: { kind: 'network' } }],
  },
  {
    subject: 'network',
    name: 'Réseau',
    email: 'reseau@restante.example',
    grants: [{ role: 'network', scope: { kind: 'network' } }],
  },
]
