import type { ClosurePreview } from '../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { closedWords } from '../availability/words/fr/closed.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import type { ClosureDraft } from './closing-form.tsx'
import { Outcome } from './outcome.tsx'
import { closing as words } from './words/fr/closing.ts'

type Touched = ClosurePreview['bookings'][number]
type Reachable = Pick<Touched, 'holderName' | 'hasEmail' | 'phone'>

/** People whom a closure concerns; a workshop's mediator is listed with its participants. */
const peopleOf = (booking: Touched): Reachable[] => [booking, ...(booking.workshop?.people ?? [])]

const sumWords = (bookings: readonly Touched[]): string => {
  const count = (outcome: Touched['outcome']) => bookings.filter((each) => each.outcome === outcome).length
  const calls = bookings.filter(({ outcome }) => outcome !== 'standing').flatMap(peopleOf)
  const counts = [
    [count('proposed'), words.sums.proposed],
    [count('cancelled'), words.sums.cancelled],
    [count('standing'), words.sums.standing],
    [calls.filter(({ hasEmail }) => !hasEmail).length, words.sums.calls],
  ] as const
  return counts.flatMap(([many, say]) => (many > 0 ? [say(many)] : [])).join(', ')
}

const reachWords = ({ hasEmail, phone }: Reachable): string =>
  hasEmail ? words.byMail : phone ? words.toCall(phone) : words.noCall

const Seated = ({ people }: { people: readonly Reachable[] }) => (
  <>
    <p>{words.seats(people.length)}</p>
    <ul>
      {people.map((person, at) => (
        <li key={at}>
          <span class="long-word">{person.holderName || staff.somebody}</span>, {reachWords(person)}
        </li>
      ))}
    </ul>
  </>
)

const Line = ({ booking }: { booking: Touched }) => {
  const { workshop, isAppointment, date, start, end, space, holderName } = booking
  const titleWords = isAppointment ? staff.permanence : staff.workshop
  return (
    <li>
      <strong class="long-word">
        {workshop ? titleWords(workshop.title) : holderName || staff.somebody}
      </strong>
      {booking.outcome !== 'standing' && `, ${reachWords(booking)}`}
      <p>
        {dayWords(date)}, {rangeWords(start, end)}, {space.name}
      </p>
      <Outcome booking={booking} />
      {workshop && workshop.people.length > 0 && <Seated people={workshop.people} />}
    </li>
  )
}

type PreviewProps = {
  readonly site: SiteView
  readonly draft: ClosureDraft
  readonly preview: ClosurePreview
}

/** A preview of a closure: its extent, and what happens to each booking and person. */
export const ClosingPreview = ({ site, draft: { reason, spaces }, preview }: PreviewProps) => {
  const { bookings } = preview
  const names = site.spaces.filter(({ id }) => spaces?.includes(id)).map(({ name }) => name)
  return (
    <>
      <p class="lead">
        {closedWords.on(preview, site.today)}
        {names.length > 0 && closedWords.spaces(names)} : {reason}
      </p>
      <Notice title={words.touched(bookings.length)}>
        <p>{words.from1}</p>
        {bookings.length > 0 && <p>{sumWords(bookings)}.</p>}
        <ul class="series-dates">
          {bookings.map((booking) => (
            <Line key={booking.id} booking={booking} />
          ))}
        </ul>
      </Notice>
    </>
  )
}
