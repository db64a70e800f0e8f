import { answerDeadlineOf } from '../../../../../shared/domain/answer-deadline.ts'
import { type Instant, instantAt, localTimeAt } from '../../../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../../../shared/domain/local-date.ts'
import { MINUTES_A_QUARTER, type Quarter } from '../../../../../shared/domain/quarter.ts'
import type { DateRefusal } from '../../../../../shared/domain/series.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import { accessWords, priceWords } from '../../../../use-cases/words/en/way-in-words.ts'
import type * as fr from '../fr/messages.ts'

export const hourWords = (at: Quarter): string => minuteWords(at * MINUTES_A_QUARTER)

export const momentWords: typeof fr.momentWords = (at, { timeZone }) => {
  if (at === undefined) return 'the end of the time to answer'
  const { date, minute } = localTimeAt(at, timeZone)
  return `${dateWords(date)} at ${minuteWords(minute)}`
}

export const answerTimeWords = ({ counter }: Pick<Site, 'counter'>): string =>
  counter
    ? 'Only the hours when the post office counter is open count.'
    : 'Only the hours from Monday to Friday, 9 am to 5 pm, count.'

const HELP = 'Need help? Ask at the post office counter, or call 3631 (mostly in French).'

export const textOf = (...paragraphs: readonly string[]): string =>
  `${[...paragraphs, HELP, 'Restante'].join('\n\n')}\n`

export const codeMessage: typeof fr.codeMessage = (to, code, minutes, origin) => ({
  to,
  subject: `${code}: your Restante code`,
  text: textOf(
    'Hello,',
    `Your code is ${code}.`,
    `Type it on the page where you asked for it, within ${minutes} minutes. Do not give it to anybody.`,
    `To save typing it, open this address on the same device: ${origin}/code-recu#${code}`,
    'You did not ask for anything? Do nothing: without this code, nobody can get in as you.',
  ),
})

const why = (note: string | undefined): string[] => (note ? [`Why: ${note}`] : [])

export const waitEndedMessage: typeof fr.waitEndedMessage = (to, { workshop, site }, origin) => ({
  to,
  subject: `${workshop.appointments ? 'Appointments' : 'Workshop'} cancelled: ${dateWords(workshop.date)}, ${site.name}`,
  text: textOf(
    'Hello,',
    `The ${workshop.appointments ? 'appointments' : 'workshop'} “${workshop.title}”, for which you were on the waiting list, will not take place.`,
    ...why(workshop.note),
    `See the other workshops and appointments: ${origin}/ateliers?lieu=${site.id}`,
  ),
})

type SeriesDetails = Parameters<typeof fr.seriesMessage>[1]

export const placeWords = ({ site, space }: SeriesDetails): string =>
  [
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    ...(space ? [`Price: ${priceWords(space.price)}`] : []),
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
    `The post office answers for each of them before ${momentWords(by, site)}, or before it starts if that is earlier. ${answerTimeWords(site)} Until then, it is kept for you.`,
  ]
}

export const rollingWords = ({ series: { rolling } }: SeriesDetails): string[] =>
  rolling
    ? [
        `Your later dates will be booked as they open${rolling.until ? `, until ${dateWords(rolling.until)}` : ''}.`,
      ]
    : []

export const seriesMessage: typeof fr.seriesMessage = (to, details, origin) => {
  const { series, site } = details
  const dates = series.dates.filter((date) => !series.refusals[date])
  const refused = series.dates.length - dates.length
  const isAsked = details.space?.approval !== undefined
  return {
    to,
    subject: `${isAsked ? 'Request sent' : 'It’s booked'}: ${dates.length} ${dates.length > 1 ? 'dates' : 'date'}, ${site.name}`,
    text: textOf(
      'Hello,',
      `Here are your dates, ${hourWords(series.start)} to ${hourWords(series.end)}:`,
      listOf(dates),
      placeWords(details),
      ...howInWords(details),
      ...askedWords(details, series.createdAt, dates),
      ...(refused > 0
        ? [`${refused} ${refused > 1 ? 'dates are not possible' : 'date is not possible'}.`]
        : []),
      ...rollingWords(details),
      `See or cancel them: ${origin}/serie?id=${series.id}`,
    ),
  }
}

const WHY: Partial<Record<DateRefusal['kind'], string>> = {
  taken: 'already taken',
  'holder-busy': 'you have another booking at that time',
  'hour-skipped': 'that hour does not exist that day: the clocks go forward',
  'outside-opening': 'the space is not available at that time',
  'conditions-missing': 'the house rules have changed, and you have not accepted them yet',
  'insurance-missing': 'your insurance does not run that long',
}

const ASKED: ReadonlySet<DateRefusal['kind']> = new Set(['conditions-missing', 'insurance-missing'])

const addressOfAsked = ({ site, bookedBy, holder }: SeriesDetails['series']) =>
  new URLSearchParams({ lieu: site, ...(bookedBy && { pour: holder }) })

export const extendedMessage: typeof fr.extendedMessage = (to, details, origin) => {
  const { series, site, dates } = details
  const wanted = dates.map((ruleDate) => ({
    date: addDays(ruleDate, series.days),
    refusal: series.refusals[ruleDate],
  }))
  const booked = wanted.flatMap(({ date, refusal }) => (refusal ? [] : [date]))
  const refused = wanted.flatMap(({ date, refusal }) =>
    refusal ? [`- ${dateWords(date)}: ${WHY[refusal.kind] ?? 'it is not possible'}`] : [],
  )
  const count = booked.length > 1 ? `${booked.length} more dates` : 'one more date'
  const hours = `${hourWords(series.start)} to ${hourWords(series.end)}`
  const isAsked = details.space?.approval !== undefined
  return {
    to,
    subject:
      booked.length > 0
        ? `${isAsked ? 'Request sent' : 'It’s booked'}: ${count}, ${site.name}`
        : `Not booked: ${site.name}`,
    text: textOf(
      'Hello,',
      ...(booked.length > 0 ? [`Your series goes on, ${hours}:`, listOf(booked)] : []),
      ...(booked.length > 0 && isAsked
        ? [`The post office answers for each of them. ${answerTimeWords(site)}`]
        : []),
      ...(refused.length > 0 ? [`We could not book, ${hours}:`, refused.join('\n')] : []),
      placeWords(details),
      ...(booked.length > 0 ? howInWords(details) : []),
      ...(wanted.some(({ refusal }) => refusal && ASKED.has(refusal.kind))
        ? [`So that the next dates can be booked: ${origin}/accepter?${addressOfAsked(series)}`]
        : []),
      `See or cancel them, or stop the series: ${origin}/serie?id=${series.id}`,
    ),
  }
}
