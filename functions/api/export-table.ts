import type { ExportView } from '../../shared/contracts/privacy-views.ts'
import type { Effect } from '../../shared/domain/audit-entry.ts'
import { formatCsv } from './csv.ts'

const HEADER = ['Rubrique', 'Date', 'De', 'À', 'Lieu', 'Espace', 'Places', 'État', 'Référence', 'Précisions']

const STATES = {
  booked: 'réservée',
  moved: 'déplacée',
  requested: 'demandée',
  offered: 'proposée',
  confirmed: 'confirmée',
  attended: 'venu',
  'no-show': 'absent',
  cancelled: 'annulée',
  waited: 'mise en attente',
  left: 'attente retirée',
  admitted: 'adhésion donnée',
  withdrawn: 'adhésion retirée',
  closed: 'fermeture',
  reopened: 'réouverture',
  planned: 'atelier prévu',
  'codes-read': 'codes lus',
  'codes-typed': 'codes tapés',
  'called-off': 'atelier annulé',
  invited: 'invitation envoyée',
  uninvited: 'invitation retirée',
  joined: 'invitation acceptée',
  appointed: 'rôle changé',
  called: 'appel noté',
  revoked: 'droit retiré',
  resigned: 'droit rendu',
  founded: 'association inscrite',
  renamed: 'association renommée',
  accepted: 'règlement accepté',
  disabled: 'compte fermé',
  enabled: 'compte rouvert',
  waiting: 'en attente',
  declined: 'laissée',
  lapsed: 'restée sans réponse',
  ended: 'terminée',
} as const satisfies Record<Effect | ExportView['waits'][number]['status'], string>

type Row = readonly string[]

type Where = { readonly site?: string | undefined; readonly siteName?: string | undefined }

const placeOf = ({ site = '', siteName }: Where): string => (siteName ? `${siteName} (${site})` : site)

const bookingRow = (each: ExportView['bookings'][number]): Row => [
  ...['Réservation', each.date, each.start, each.end, placeOf(each), each.space, String(each.places)],
  ...[STATES[each.status], each.reference, each.note ?? ''],
]

const seriesRow = (each: ExportView['series'][number]): Row => [
  ...['Série', each.dates[0] ?? '', each.start, each.end, placeOf(each), each.space, '', '', each.id],
  each.dates.join(', '),
]

const DOERS = {
  you: 'par vous',
  association: 'par l’association',
  staff: 'par le personnel du lieu',
  operator: 'par l’équipe technique du service',
  system: 'automatique',
} as const

const auditEntryRow = (each: ExportView['acts'][number]): Row => [
  ...['Fait pour vous', each.at.slice(0, 10), each.at.slice(11, 16), '', placeOf(each), '', ''],
  ...[STATES[each.effect], each.about, DOERS[each.by]],
]

/** The JSON export as a table, one line per stored thing, instants in UTC. */
export const tableOfExport = (view: ExportView): string => {
  const { me, bookings, series, waits, memberships, rights, sessions, proposals, acceptances, acts } = view
  const about = (what: string, text: string | undefined): Row[] =>
    text ? [[what, '', '', '', '', '', '', '', '', text]] : []
  return formatCsv([
    HEADER,
    ...about('Identifiant', me.id),
    ...about('Adresse e-mail', me.email),
    ...about('Nom', me.name),
    ...about('Téléphone', me.phone),
    ...bookings.map(bookingRow),
    ...series.map(seriesRow),
    ...waits.map(({ date, start, end, sites, status, id }) => [
      ...['Attente', date, start, end, sites.join(', '), '', '', STATES[status], id, ''],
    ]),
    ...memberships.map((each) => [
      ...['Adhésion', each.until ?? '', '', '', placeOf(each), '', '', '', '', each.public],
    ]),
    ...rights.flatMap(({ role, scope }) => about('Droit', `${role} ${scope}`)),
    ...sessions.flatMap(({ openedAt }) => about('Connexion ouverte le', openedAt.slice(0, 10))),
    ...proposals.map((each) => [
      ...['Proposition', each.createdAt.slice(0, 10), '', '', placeOf(each), '', '', '', ''],
      [each.idea, each.audience, each.times, each.note].filter(Boolean).join(' / '),
    ]),
    ...acceptances.map((each) => [
      ...['Règlement accepté', each.acceptedAt.slice(0, 10), '', '', placeOf(each), '', '', '', ''],
      [`version ${each.version}`, each.insuredUntil && `assuré jusqu’au ${each.insuredUntil}`]
        .filter(Boolean)
        .join(', '),
    ]),
    ...acts.map(auditEntryRow),
  ])
}
