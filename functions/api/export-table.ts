import type { ExportView } from '../../shared/contracts/privacy-views.ts'
import { formatCsv } from '../../shared/domain/csv.ts'
import { type Language, languageOf, type Translation } from '../../shared/domain/language.ts'
import type { Party } from '../../shared/domain/party.ts'
import * as english from './words/en/export.ts'
import * as french from './words/fr/export.ts'

type Row = readonly string[]

type Where = { readonly site?: string | undefined; readonly siteName?: string | undefined }

const placeOf = ({ site = '', siteName }: Where): string => (siteName ? `${siteName} (${site})` : site)

const partyIn = ({ guest, sentBy }: Omit<Party, 'places'>): string[] =>
  [guest, sentBy].filter((each) => each !== undefined)

type Words = Translation<typeof french>

const WORDS: Readonly<Record<Language, Words>> = { fr: french, en: english }

const bookingRow =
  ({ ROWS, STATES }: Words) =>
  (each: ExportView['bookings'][number]): Row => [
    ...[ROWS.booking, each.date, each.start, each.end, placeOf(each), each.space, String(each.places)],
    ...[
      STATES[each.excused ? 'excused' : each.status],
      each.reference,
      [each.note, ...partyIn(each)].filter(Boolean).join(' / '),
    ],
  ]

const seriesRow =
  ({ ROWS }: Words) =>
  (each: ExportView['series'][number]): Row => [
    ...[ROWS.series, each.dates[0] ?? '', each.start, each.end, placeOf(each), each.space, '', '', each.id],
    each.dates.join(', '),
  ]

const auditEntryRow =
  ({ ROWS, STATES, DOERS }: Words) =>
  (each: ExportView['acts'][number]): Row => [
    ...[ROWS.doneForYou, each.at.slice(0, 10), each.at.slice(11, 16), '', placeOf(each), '', ''],
    ...[STATES[each.effect], each.about, DOERS[each.by]],
  ]

/** The JSON export as a table, one line per stored thing, instants in UTC. */
export const tableOfExport = (view: ExportView): string => {
  const words = WORDS[languageOf(view.me)]
  const { HEADER, ROWS, STATES, insuredWords } = words
  const { me, bookings, series, waits, memberships, rights, sessions, proposals, acceptances } = view
  const { calendars, acts } = view
  const about = (what: string, text: string | undefined): Row[] =>
    text ? [[what, '', '', '', '', '', '', '', '', text]] : []
  return formatCsv([
    HEADER,
    ...about(ROWS.id, me.id),
    ...about(ROWS.email, me.email),
    ...about(ROWS.name, me.name),
    ...about(ROWS.phone, me.phone),
    ...about(ROWS.language, me.language),
    ...about(ROWS.weeklyHours, me.weeklyHours?.toString()),
    ...about(ROWS.noReminders, me.noReminders && ROWS.none),
    ...bookings.map(bookingRow(words)),
    ...series.map(seriesRow(words)),
    ...waits.map(({ date, start, end, sites, status, id, ...party }) => [
      ...[ROWS.wait, date, start, end, sites.join(', '), '', '', STATES[status], id],
      partyIn(party).join(' / '),
    ]),
    ...memberships.map((each) => [
      ...[ROWS.membership, each.until ?? '', '', '', placeOf(each), '', '', '', '', each.public],
    ]),
    ...rights.flatMap(({ role, scope }) => about(ROWS.right, `${role} ${scope}`)),
    ...sessions.flatMap(({ openedAt }) => about(ROWS.sessionOpened, openedAt.slice(0, 10))),
    ...proposals.map((each) => [
      ...[ROWS.proposal, each.createdAt.slice(0, 10), '', '', placeOf(each), '', '', '', ''],
      [each.idea, each.audience, each.times, each.note].filter(Boolean).join(' / '),
    ]),
    ...acceptances.map((each) => [
      ...[ROWS.acceptedRules, each.acceptedAt.slice(0, 10), '', '', placeOf(each), '', '', '', ''],
      [`version ${each.version}`, each.insuredUntil && insuredWords(each.insuredUntil)]
        .filter(Boolean)
        .join(', '),
    ]),
    ...calendars.flatMap(({ name, createdAt }) => about(ROWS.calendar, `${name}, ${createdAt.slice(0, 10)}`)),
    ...acts.map(auditEntryRow(words)),
  ])
}
