import { answerDeadlineOf } from '../../../../shared/domain/answer-deadline.ts'
import type { StaffedSite } from '../../../../shared/domain/hold-terms.ts'
import { type Instant, instantAt } from '../../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../../shared/domain/local-date.ts'
import type { DateRefusal, Series } from '../../../../shared/domain/series.ts'
import type { Space } from '../../../../shared/domain/space.ts'
import type { Mail, MailLink, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'
import { addressLines, countsIn, momentIn, rangeIn } from './times.ts'

export type SeriesDetails = {
  readonly series: Series
  readonly site: StaffedSite
  readonly space: Space | undefined
}

export const placeOf = ({ site, space }: SeriesDetails, { common }: MailWords): string[] => [
  ...(space ? [space.name] : []),
  ...addressLines(site),
  ...(space ? [common.price(space.price)] : []),
]

/** Who comes to open is told with each date, once it is accepted. */
export const howInOf = ({ space }: SeriesDetails, { common }: MailWords): string[][] =>
  space && !space.approval ? [common.access(space.access)] : []

export const rollingOf = ({ series: { rolling } }: SeriesDetails, { series }: MailWords): string[] => {
  if (!rolling) return []
  return [rolling.until ? series.rollingUntil(rolling.until) : series.rolling]
}

export const seriesLink = (pages: string, { id }: Series, words: string): MailLink => ({
  words,
  address: `${pages}/serie?id=${id}`,
})

const listIn = ({ common }: MailWords, dates: readonly LocalDate[]): string[] =>
  dates.map((date) => `- ${common.date(date)}`)

/** Until when the site answers requests, date by date; empty where none needs approval. */
const answerOf = (
  { series, site, space }: SeriesDetails,
  { at, dates }: { readonly at: Instant; readonly dates: readonly LocalDate[] },
  { common, series: words }: MailWords,
): string[] => {
  const last = dates.at(-1)
  if (!space?.approval || !last) return []
  const by = answerDeadlineOf(
    { ...space.approval, now: at, startsAt: instantAt(last, series.start, site.timeZone) },
    site,
  )
  return [words.answerBy(momentIn(common, by, site), countsIn(common, site))]
}

/** A series that is booked, or asked for. */
export const seriesMail = (reader: Recipient, details: SeriesDetails, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { series, site, space } = details
  const dates = series.dates.filter((date) => !series.refusals[date])
  const refused = series.dates.length - dates.length
  const { subjects, dates: hereAre, refused: notPossible, action } = words.series
  return {
    ...envelope,
    subject: (space?.approval ? subjects.asked : subjects.booked)(dates.length, site.name),
    says: [
      hereAre(rangeIn(words.common, series)),
      listIn(words, dates),
      placeOf(details, words),
      ...howInOf(details, words),
      ...answerOf(details, { at: series.createdAt, dates }, words),
      ...(refused > 0 ? [notPossible(refused)] : []),
      ...rollingOf(details, words),
    ],
    action: seriesLink(pages, series, action),
  }
}

const ACCEPTED: ReadonlySet<DateRefusal['kind']> = new Set(['conditions-missing', 'insurance-missing'])

type Tried = { readonly date: LocalDate; readonly refusal: DateRefusal | undefined }

/** Where the holder accepts what the next dates need. */
const acceptOf = (
  tried: readonly Tried[],
  { site, bookedBy, holder }: Series,
  { series }: MailWords,
  pages: string,
): MailLink[] => {
  const query = new URLSearchParams({ lieu: site, ...(bookedBy && { pour: holder }) })
  return tried.some(({ refusal }) => refusal && ACCEPTED.has(refusal.kind))
    ? [{ words: series.extended.accept, address: `${pages}/accepter?${query}` }]
    : []
}

const extendedSubject = (
  booked: readonly LocalDate[],
  { site, space }: SeriesDetails,
  { series }: MailWords,
): string => {
  const { subjects } = series.extended
  if (booked.length === 0) return subjects.none(site.name)
  return (space?.approval ? subjects.asked : subjects.booked)(booked.length, site.name)
}

type DatesDetails = SeriesDetails & { readonly dates: readonly LocalDate[] }

/** Newly booked dates of a rolling series, and those that failed. */
export const extendedMail = (reader: Recipient, details: DatesDetails, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { series, site, space, dates } = details
  const { common, series: said } = words
  const tried: Tried[] = dates.map((ruleDate) => ({
    date: addDays(ruleDate, series.days),
    refusal: series.refusals[ruleDate],
  }))
  const booked = tried.flatMap(({ date, refusal }) => (refusal ? [] : [date]))
  const { goesOn, refused, refusedDate, why, notPossible, action } = said.extended
  const failed = tried.flatMap(({ date, refusal }) =>
    refusal ? [refusedDate(date, why[refusal.kind] ?? notPossible)] : [],
  )
  const hours = rangeIn(common, series)
  return {
    ...envelope,
    subject: extendedSubject(booked, details, words),
    says: [
      ...(booked.length > 0 ? [goesOn(hours), listIn(words, booked)] : []),
      ...(booked.length > 0 && space?.approval ? [said.answer(countsIn(common, site))] : []),
      ...(failed.length > 0 ? [refused(hours), failed] : []),
      placeOf(details, words),
      ...(booked.length > 0 ? howInOf(details, words) : []),
      ...acceptOf(tried, series, words, pages),
    ],
    action: seriesLink(pages, series, action),
  }
}
