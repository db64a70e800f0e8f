import type { SeriesPreviewView } from '../../shared/contracts/series-views.ts'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { RefusedGroups } from './series-dates.tsx'
import { dateListWords } from './words/fr/date-list.ts'
import { repeating as words } from './words/fr/repeating.ts'

export const freeDates = ({ dates }: SeriesPreviewView): string[] =>
  dates.flatMap(({ date, refusal }) => (refusal ? [] : [date]))

/** Which dates are free, why others are not, and what is booked later. */
export const SeriesPreview = ({ preview, today }: { preview: SeriesPreviewView; today: string }) => {
  const free = freeDates(preview)
  const title = words.free(free.length)
  useAnnouncement(title)
  return (
    <section class="series-preview">
      <h2 class={free.length > 0 ? 'free' : ''}>{title}</h2>
      {free.length > 0 ? <p>{dateListWords(free, today)}.</p> : <p>{words.change}</p>}
      {free.length < preview.dates.length && (
        <RefusedGroups dates={preview.dates.filter(({ refusal }) => refusal)} />
      )}
      {preview.rolling && <p>{words.later(preview.lastDate, preview.until, today)}</p>}
    </section>
  )
}
