import { answerDeadlineOf } from '../../../../../shared/domain/answer-deadline.ts'
import type { StaffedSite } from '../../../../../shared/domain/hold-terms.ts'
import { type Instant, instantAt, localTimeAt } from '../../../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../../../shared/domain/local-date.ts'
import { MINUTES_A_QUARTER, type Quarter } from '../../../../../shared/domain/quarter.ts'
import type { DateRefusal, Series } from '../../../../../shared/domain/series.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import type { Space } from '../../../../../shared/domain/space.ts'
import type { Workshop } from '../../../../../shared/domain/workshop.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'
import { accessWords, priceWords } from '../../../../use-cases/words/fr/way-in-words.ts'

/** Messages with the same `once` are sent to a person once, however many events ask for them. */
export type Message = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly once?: string | undefined
}

export const hourWords = (at: Quarter): string => minuteWords(at * MINUTES_A_QUARTER)

export const momentWords = (at: Instant | undefined, { timeZone }: Pick<Site, 'timeZone'>): string => {
  if (at === undefined) return 'la fin du délai'
  const { date, minute } = localTimeAt(at, timeZone)
  return `le ${dateWords(date)} à ${minuteWords(minute)}`
}

/** Hours count as in `answerByOf`. */
export const answerTimeWords = ({ counter }: Pick<Site, 'counter'>): string =>
  counter
    ? 'Le délai ne court que quand le guichet du lieu est ouvert.'
    : 'Le délai ne court que du lundi au vendredi, de 9 h à 17 h.'

const HELP = 'Besoin d’aide ? Demandez à l’agent, au guichet, ou appelez le 3631.'

export const textOf = (...paragraphs: readonly string[]): string =>
  `${[...paragraphs, HELP, 'Restante'].join('\n\n')}\n`

/** The link only fills in the code, behind `#`: mail scanners that follow it use nothing up. */
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

/** For people who waited for a seat of a cancelled workshop. */
export const waitEndedMessage = (
  to: string,
  { workshop, site }: { readonly workshop: Workshop; readonly site: Site },
  origin: string,
): Message => ({
  to,
  subject: `${workshop.appointments ? 'Rendez-vous annulés' : 'Atelier annulé'} : ${dateWords(workshop.date)}, ${site.name}`,
  text: textOf(
    'Bonjour,',
    workshop.appointments
      ? `Les rendez-vous « ${workshop.title} », pour lesquels vous étiez sur la liste d’attente, n’auront pas lieu.`
      : `L’atelier « ${workshop.title} », pour lequel vous étiez sur la liste d’attente, n’aura pas lieu.`,
    ...why(workshop.note),
    `Voir les autres ateliers et rendez-vous : ${origin}/ateliers?lieu=${site.id}`,
  ),
})

export type SeriesDetails = {
  readonly series: Series
  readonly site: StaffedSite
  readonly space: Space | undefined
}

export const placeWords = ({ site, space }: SeriesDetails): string =>
  [
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    ...(space ? [`Prix : ${priceWords(space.price)}`] : []),
  ].join('\n')

/** Who comes to open is told with each date, once it is accepted. */
export const howInWords = ({ space }: SeriesDetails): string[] =>
  space && !space.approval ? [accessWords(space.access).join('\n')] : []

const listOf = (dates: readonly LocalDate[]): string => dates.map((date) => `- ${dateWords(date)}`).join('\n')

/** Until when the site answers requests, date by date; empty where none needs approval. */
const askedWords = (
  { series, site, space }: SeriesDetails,
  at: Instant,
  dates: readonly LocalDate[],
): string[] => {
  const last = dates.at(-1)
  if (!space?.approval || !last) return []
  const by = answerDeadlineOf(
    { ...space.approval, now: at, startsAt: instantAt(last, series.start, site.timeZone) },
    site,
  )
  return [
    `Le lieu répond pour chacune, avant ${momentWords(by, site)}, ou avant son début s’il vient plus tôt. ${answerTimeWords(site)} En attendant, elle vous est gardée.`,
  ]
}

export const rollingWords = ({ series: { rolling } }: SeriesDetails): string[] =>
  rolling
    ? [
        `Vos dates suivantes seront réservées au fil du temps${rolling.until ? `, jusqu’au ${dateWords(rolling.until)}` : ''}.`,
      ]
    : []

export const seriesMessage = (to: string, details: SeriesDetails, origin: string): Message => {
  const { series, site } = details
  const dates = series.dates.filter((date) => !series.refusals[date])
  const refused = series.dates.length - dates.length
  const isAsked = details.space?.approval !== undefined
  return {
    to,
    subject: `${isAsked ? 'Demande envoyée' : 'C’est réservé'} : ${dates.length} ${dates.length > 1 ? 'dates' : 'date'}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      `Voici vos dates, de ${hourWords(series.start)} à ${hourWords(series.end)} :`,
      listOf(dates),
      placeWords(details),
      ...howInWords(details),
      ...askedWords(details, series.createdAt, dates),
      ...(refused > 0
        ? [`${refused} ${refused > 1 ? 'dates ne sont pas possibles' : 'date n’est pas possible'}.`]
        : []),
      ...rollingWords(details),
      `Les revoir ou les annuler : ${origin}/serie?id=${series.id}`,
    ),
  }
}

const WHY: Partial<Record<DateRefusal['kind'], string>> = {
  taken: 'déjà pris',
  'holder-busy': 'vous avez une autre réservation à cette heure',
  'hour-skipped': 'cette heure n’existe pas ce jour-là : on passe à l’heure d’été',
  'outside-opening': 'l’espace n’est pas prêté à cette heure',
  'conditions-missing': 'le règlement du lieu a changé, et vous ne l’avez pas encore accepté',
  'insurance-missing': 'votre attestation d’assurance ne va pas jusque-là',
}

const ASKED: ReadonlySet<DateRefusal['kind']> = new Set(['conditions-missing', 'insurance-missing'])

const addressOfAsked = ({ site, bookedBy, holder }: SeriesDetails['series']) =>
  new URLSearchParams({ lieu: site, ...(bookedBy && { pour: holder }) })

type DatesDetails = SeriesDetails & { readonly dates: readonly LocalDate[] }

/** Lists newly booked dates of a rolling series, and those that failed. */
export const extendedMessage = (to: string, details: DatesDetails, origin: string): Message => {
  const { series, site, dates } = details
  const wanted = dates.map((ruleDate) => ({
    date: addDays(ruleDate, series.days),
    refusal: series.refusals[ruleDate],
  }))
  const booked = wanted.flatMap(({ date, refusal }) => (refusal ? [] : [date]))
  const refused = wanted.flatMap(({ date, refusal }) =>
    refusal ? [`- ${dateWords(date)} : ${WHY[refusal.kind] ?? 'ce n’est pas possible'}`] : [],
  )
  const count = booked.length > 1 ? `${booked.length} dates de plus` : 'une date de plus'
  const hours = `de ${hourWords(series.start)} à ${hourWords(series.end)}`
  const isAsked = details.space?.approval !== undefined
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
      placeWords(details),
      ...(booked.length > 0 ? howInWords(details) : []),
      ...(wanted.some(({ refusal }) => refusal && ASKED.has(refusal.kind))
        ? [`Pour que les prochaines dates soient réservées : ${origin}/accepter?${addressOfAsked(series)}`]
        : []),
      `Les revoir, les annuler ou arrêter la série : ${origin}/serie?id=${series.id}`,
    ),
  }
}
