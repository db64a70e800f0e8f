import { type PlacedBooking, referenceOf } from '../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { MINUTES_A_QUARTER, type Quarter } from '../../../shared/domain/quarter.ts'
import type { Series } from '../../../shared/domain/series.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Workshop } from '../../../shared/domain/workshop.ts'

export type Message = { readonly to: string; readonly subject: string; readonly text: string }

const DATE_WORDS = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

const dateWords = (date: LocalDate): string => DATE_WORDS.format(Date.parse(`${date}T00:00Z`))

const hourWords = (at: Quarter): string => {
  const minutes = at * MINUTES_A_QUARTER
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`
}

const HELP = 'Besoin d’aide ? Demandez à l’agent, au guichet, ou appelez le 3631.'

const textOf = (...paragraphs: readonly string[]): string => `${[...paragraphs, HELP, 'Restante'].join('\n\n')}\n`

export const codeMessage = (to: string, code: string, minutes: number): Message => ({
  to,
  subject: `${code} : votre code Restante`,
  text: textOf(
    'Bonjour,',
    `Votre code est ${code}.`,
    `Tapez-le sur la page où vous l’avez demandé, dans les ${minutes} minutes. Ne le donnez à personne.`,
    'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre à votre place.',
  ),
})

const whenAndWhere = ({ booking, site, space, workshop }: PlacedBooking): string =>
  [
    ...(workshop ? [`Atelier : ${workshop.title}`] : []),
    `Le ${dateWords(booking.date)}, de ${hourWords(booking.start)} à ${hourWords(booking.end)}`,
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    `Référence : ${referenceOf(booking.id)}`,
  ].join('\n')

export const confirmedMessage = (to: string, placed: PlacedBooking, origin: string): Message => ({
  to,
  subject: `C’est réservé : ${dateWords(placed.booking.date)}, ${placed.site.name}`,
  text: textOf(
    'Bonjour,',
    'Votre réservation est confirmée.',
    whenAndWhere(placed),
    `La revoir, l’imprimer ou l’annuler : ${origin}/reservation?id=${placed.booking.id}`,
  ),
})

export const cancelledMessage = (to: string, placed: PlacedBooking, origin: string): Message => ({
  to,
  subject: `Réservation annulée : ${dateWords(placed.booking.date)}, ${placed.site.name}`,
  text: textOf(
    'Bonjour,',
    'Votre réservation est annulée. La place servira à quelqu’un d’autre.',
    whenAndWhere(placed),
    `En choisir une autre : ${origin}/lieu?id=${placed.site.id}`,
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

type PlacedSeries = { readonly series: Series; readonly site: Site; readonly space: Space | undefined }

export const seriesMessage = (to: string, { series, site, space }: PlacedSeries, origin: string): Message => {
  const dates = series.dates.filter((date) => !series.refusals[date])
  const refused = series.dates.length - dates.length
  return {
    to,
    subject: `C’est réservé : ${dates.length} ${dates.length > 1 ? 'dates' : 'date'}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      `Voici vos dates, de ${hourWords(series.start)} à ${hourWords(series.end)} :`,
      dates.map((date) => `- ${dateWords(date)}`).join('\n'),
      [...(space ? [space.name] : []), site.name, site.address, `${site.postcode} ${site.commune}`].join('\n'),
      ...(refused > 0
        ? [`${refused} ${refused > 1 ? 'dates ne sont pas possibles' : 'date n’est pas possible'}.`]
        : []),
      `Les revoir ou les annuler : ${origin}/serie?id=${series.id}`,
    ),
  }
}
