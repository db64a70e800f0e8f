import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { ComingView, SiteToday } from '../../shared/contracts/today-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { ActRefusal } from '../counter/act-refusal.tsx'
import { staffApi } from '../counter/staff-client.ts'
import { planning } from '../counter/words/fr/planning.ts'
import { useSend } from '../kit/use-send.ts'
import { fullDayWords, placesWords, shortRangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { today as words } from './words/fr/today.ts'

const whoWords = ({ workshop, holderName }: ComingView): string =>
  workshop
    ? (workshop.isPermanence ? staff.permanence : staff.workshop)(workshop.title)
    : holderName || planning.taken

const factsOf = ({ workshop, use, places, status, phone }: ComingView, space: string | undefined): string =>
  (workshop
    ? [
        workshop.taken !== undefined &&
          (workshop.isPermanence ? planning.appointments : planning.seats)(workshop.taken, workshop.seats),
        workshop.mediatorName,
        space,
      ]
    : [
        status !== 'attended' && planning.statuses[status],
        space,
        use === 'room' ? planning.room : places > 1 && placesWords(places),
        phone?.replace(/\s/g, '\u00A0'),
      ]
  )
    .filter(Boolean)
    .join(', ')

const addressOf = ({ id, workshop }: ComingView, site: string): string =>
  workshop ? `/atelier?id=${workshop.id}` : `/traiter?${new URLSearchParams({ lieu: site, id })}`

const Roll = ({ workshop: { id, title } }: { workshop: NonNullable<ComingView['workshop']> }) => (
  <a class="button quiet short" href={`/presences?id=${id}`}>
    {words.roll}
    <span class="for-readers">{words.of(title)}</span>
  </a>
)

type ArrivedProps = { readonly coming: ComingView; readonly onDone: () => void }

/** One tap says that somebody has come. */
const Arrived = ({ coming: { id, arrival, holderName }, onDone }: ArrivedProps) => {
  const { problem, again, done, send, working } = useSend<BookingView>(onDone)
  const say = () => (arrival === 'check-in' ? bookingApi.checkIn(id) : staffApi.attend(id, true))
  if (done)
    return (
      <p class="free" role="status">
        {words.arrived}
      </p>
    )
  if (problem) return <ActRefusal problem={problem} again={again} />
  return (
    <button class="button quiet short" type="button" aria-disabled={working} onClick={() => send(say)}>
      {words.here}
      <span class="for-readers">{words.hereWho(holderName)}</span>
    </button>
  )
}

type LineProps = {
  readonly coming: ComingView
  readonly site: SiteToday
  /** Whether the reader may note who came. */
  readonly marks: boolean
  readonly onDone: () => void
}

const Line = ({ coming, site, marks, onDone }: LineProps) => {
  const { start, end, space, status, arrival, workshop } = coming
  const facts = factsOf(coming, site.spaces.find((each) => each.space === space)?.name)
  // The owner of the premises sees use alone.
  const isOpen = workshop !== undefined || coming.reference !== ''
  return (
    <li class={`today-line coming-${status}`}>
      <p>
        <strong class="today-hours">{shortRangeWords(start, end)}</strong>{' '}
        {isOpen ? (
          <a class="long-word" href={addressOf(coming, site.id)}>
            {whoWords(coming)}
          </a>
        ) : (
          whoWords(coming)
        )}
        {facts && <span class="soft today-facts">{facts}</span>}
      </p>
      <div class="today-act">
        {workshop && marks && <Roll workshop={workshop} />}
        {arrival && <Arrived coming={coming} onDone={onDone} />}
        {status === 'attended' && <p class="free">{words.arrived}</p>}
      </div>
    </li>
  )
}

type ComingProps = Omit<LineProps, 'coming'>

/** Who is there, who comes until the evening, and which day is next. */
export const Coming = ({ site, ...props }: ComingProps) => (
  <>
    {site.coming.length > 0 ? (
      <ul class="plain today-lines">
        {site.coming.map((each) => (
          <Line key={each.id} coming={each} site={site} {...props} />
        ))}
      </ul>
    ) : (
      <p>{words.nobody}</p>
    )}
    {site.next && (
      <p>
        <a class="tall" href={`/planning?${new URLSearchParams({ lieu: site.id, du: site.next.date })}`}>
          {words.next(fullDayWords(site.next.date, site.today), site.next.count)}
        </a>
      </p>
    )}
  </>
)
