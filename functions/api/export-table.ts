import type { ExportView } from '../../shared/contracts/privacy-views.ts'
import type { Effect } from '../../shared/domain/act.ts'
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
  waiting: 'en attente',
  ended: 'terminée',
} as const satisfies Record<Effect | ExportView['waits'][number]['status'], string>

type Row = readonly string[]

const placeOf = ({ site, siteName }: { readonly site: string; readonly siteName?: string | undefined }): string =>
  siteName ? `${siteName} (${site})` : site

const bookingRow = (each: ExportView['bookings'][number]): Row => [
  ...['Réservation', each.date, each.start, each.end, placeOf(each), each.space, String(each.places)],
  ...[STATES[each.status], each.reference, each.note ?? ''],
]

const seriesRow = (each: ExportView['series'][number]): Row => [
  ...['Série', each.dates[0] ?? '', each.start, each.end, placeOf(each), each.space, '', '', each.id],
  each.dates.join(', '),
]

const actRow = (each: ExportView['acts'][number]): Row => [
  ...['Fait pour vous', each.at.slice(0, 10), each.at.slice(11, 16), '', placeOf(each), '', ''],
  ...[STATES[each.effect], each.about, each.by === 'system' ? 'automatique' : 'par le personnel du lieu'],
]

/** The same as the JSON, a line for each thing that is kept. Instants are in UTC. */
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
      each.insuredUntil ? `assuré jusqu’au ${each.insuredUntil}` : '',
    ]),
    ...acts.map(actRow),
  ])
}
