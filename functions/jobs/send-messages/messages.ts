import { answerByOf } from '../../../shared/domain/answer-time.ts'
import type { StaffedSite } from '../../../shared/domain/holding.ts'
import { type Instant, instantAt, localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import type { Proposal } from '../../../shared/domain/proposal.ts'
import { MINUTES_A_QUARTER, type Quarter } from '../../../shared/domain/quarter.ts'
import type { Charge } from '../../../shared/domain/rights.ts'
import type { DateRefusal, Series } from '../../../shared/domain/series.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Workshop } from '../../../shared/domain/workshop.ts'

export type Message = { readonly to: string; readonly subject: string; readonly text: string }

const DATE_WORDS = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

export const dateWords = (date: LocalDate): string =>
  DATE_WORDS.format(Date.parse(`${date}T00:00Z`)).replace(/ 1 /, ' 1er ')

export const minuteWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`

export const hourWords = (at: Quarter): string => minuteWords(at * MINUTES_A_QUARTER)

export const momentWords = (at: Instant | undefined, { timeZone }: Pick<Site, 'timeZone'>): string => {
  if (at === undefined) return 'la fin du délai'
  const { date, minute } = localTimeAt(at, timeZone)
  return `le ${dateWords(date)} à ${minuteWords(minute)}`
}

/** When the time to answer runs, as `answerByOf` counts it. */
export const answerTimeWords = ({ counter }: Pick<Site, 'counter'>): string =>
  counter
    ? 'Le délai ne court que quand le guichet du lieu est ouvert.'
    : 'Le délai ne court que du lundi au vendredi, de 9 h à 17 h.'

const HELP = 'Besoin d’aide ? Demandez à l’agent, au guichet, ou appelez le 3631.'

export const textOf = (...paragraphs: readonly string[]): string =>
  `${[...paragraphs, HELP, 'Restante'].join('\n\n')}\n`

/** The link only fills the code in, behind the `#`: whoever follows it, a mail scanner too, uses nothing up. */
export const codeMessage = (to: string, code: string, minutes: number, origin: string): Message => ({
  to,
  subject: `${code} : votre code Restante`,
  text: textOf(
    'Bonjour,',
    `Votre code est ${code}.`,
    `Tapez-le sur la page où vous l’avez demandé, dans les ${minutes} minutes. Ne le donnez à personne.`,
    `Pour ne pas le taper, ouvrez cette adresse sur le même appareil : ${origin}/code-recu#${code}`,
    'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre à votre place.',
  ),
})

const why = (note: string | undefined): string[] => (note ? [`Pourquoi : ${note}`] : [])

/** To who waited for a seat of a workshop that is cancelled. */
export const waitEndedMessage = (
  to: string,
  { workshop, site }: { readonly workshop: Workshop; readonly site: Site },
  origin: string,
): Message => ({
  to,
  subject: `Atelier annulé : ${dateWords(workshop.date)}, ${site.name}`,
  text: textOf(
    'Bonjour,',
    `L’atelier « ${workshop.title} », pour lequel vous étiez sur la liste d’attente, n’aura pas lieu.`,
    ...why(workshop.note),
    `Voir les autres ateliers : ${origin}/ateliers?lieu=${site.id}`,
  ),
})

/** To who proposed a use of a site, once it is answered. */
export const proposalMessage = (
  to: string,
  { proposal, site }: { readonly proposal: Proposal; readonly site: Site },
  origin: string,
): Message => ({
  to,
  subject: `${proposal.status === 'accepted' ? 'Votre idée est retenue' : 'Votre idée n’est pas retenue'} : ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Vous aviez proposé un usage pour ${site.name} :`,
    proposal.idea,
    proposal.status === 'accepted' ? 'Votre idée est retenue.' : 'Votre idée ne peut pas être retenue.',
    ...(proposal.note ? [`La réponse : ${proposal.note}`] : []),
    `Voir le lieu : ${origin}/lieu?id=${site.id}`,
  ),
})

const WHY_YOU: Record<Charge, string> = {
  site: 'Vous recevez ce message parce que vous êtes responsable de ce lieu.',
  office: 'Ce lieu n’a pas de responsable. Vous recevez ce message parce qu’il dépend de votre bureau.',
  departement: 'Ce lieu n’a pas de responsable. Vous recevez ce message parce que vous l’êtes pour son département.',
  network: 'Ce lieu n’a pas de responsable, son département non plus. Vous recevez ce message pour le réseau.',
}

/** To those in charge of a site, once somebody has proposed a use of it; what and who is read there. */
export const proposedMessage = (
  to: string,
  { site, charge }: { readonly site: Site; readonly charge: Charge },
  origin: string,
): Message => ({
  to,
  subject: `Une idée pour ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Quelqu’un propose un usage pour ${site.name}.`,
    `Lire son idée et lui répondre : ${origin}/idees?lieu=${site.id}`,
    WHY_YOU[charge],
  ),
})

type PlacedSeries = { readonly series: Series; readonly site: StaffedSite; readonly space: Space | undefined }

const placeWords = ({ site, space }: PlacedSeries): string =>
  [...(space ? [space.name] : []), site.name, site.address, `${site.postcode} ${site.commune}`].join('\n')

const listOf = (dates: readonly LocalDate[]): string => dates.map((date) => `- ${dateWords(date)}`).join('\n')

/** By when the place answers for what is asked for, date by date; nothing where nobody has to. */
const askedWords = ({ series, site, space }: PlacedSeries, at: Instant, dates: readonly LocalDate[]): string[] => {
  const last = dates.at(-1)
  if (!space?.approval || !last) return []
  const by = answerByOf({ ...space.approval, now: at, startsAt: instantAt(last, series.start, site.timeZone) }, site)
  return [
    `Le lieu répond pour chacune, avant ${momentWords(by, site)}, ou avant son début s’il vient plus tôt. ${answerTimeWords(site)} En attendant, elle vous est gardée.`,
  ]
}

export const seriesMessage = (to: string, placed: PlacedSeries, origin: string): Message => {
  const { series, site } = placed
  const dates = series.dates.filter((date) => !series.refusals[date])
  const refused = series.dates.length - dates.length
  const isAsked = placed.space?.approval !== undefined
  return {
    to,
    subject: `${isAsked ? 'Demande envoyée' : 'C’est réservé'} : ${dates.length} ${dates.length > 1 ? 'dates' : 'date'}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      `Voici vos dates, de ${hourWords(series.start)} à ${hourWords(series.end)} :`,
      listOf(dates),
      placeWords(placed),
      ...askedWords(placed, series.createdAt, dates),
      ...(refused > 0
        ? [`${refused} ${refused > 1 ? 'dates ne sont pas possibles' : 'date n’est pas possible'}.`]
        : []),
      `Les revoir ou les annuler : ${origin}/serie?id=${series.id}`,
    ),
  }
}

const WHY: Partial<Record<DateRefusal['kind'], string>> = {
  taken: 'déjà pris',
  'holder-busy': 'vous avez une autre réservation à cette heure',
  'outside-opening': 'l’espace n’est pas prêté à cette heure',
}

type PlacedDates = PlacedSeries & { readonly dates: readonly LocalDate[] }

/** Tells of the dates of a series without an end that are booked as they come, and of those that could not be. */
export const extendedMessage = (to: string, placed: PlacedDates, origin: string): Message => {
  const { series, site, dates } = placed
  const wanted = dates.map((ruleDate) => ({ date: addDays(ruleDate, series.days), refusal: series.refusals[ruleDate] }))
  const booked = wanted.flatMap(({ date, refusal }) => (refusal ? [] : [date]))
  const refused = wanted.flatMap(({ date, refusal }) =>
    refusal ? [`- ${dateWords(date)} : ${WHY[refusal.kind] ?? 'ce n’est pas possible'}`] : [],
  )
  const count = booked.length > 1 ? `${booked.length} dates de plus` : 'une date de plus'
  const hours = `de ${hourWords(series.start)} à ${hourWords(series.end)}`
  const isAsked = placed.space?.approval !== undefined
  return {
    to,
    subject:
      booked.length > 0
        ? `${isAsked ? 'Demande envoyée' : 'C’est réservé'} : ${count}, ${site.name}`
        : `Ce n’est pas réservé : ${site.name}`,
    text: textOf(
      'Bonjour,',
      ...(booked.length > 0 ? [`Votre série continue, ${hours} :`, listOf(booked)] : []),
      ...(booked.length > 0 && isAsked ? [`Le lieu répond pour chacune. ${answerTimeWords(site)}`] : []),
      ...(refused.length > 0 ? [`Nous n’avons pas pu réserver, ${hours} :`, refused.join('\n')] : []),
      placeWords(placed),
      `Les revoir, les annuler ou arrêter la série : ${origin}/serie?id=${series.id}`,
    ),
  }
}
