import type { ClosurePreview } from '../../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { closing as words } from '../../messages/fr/closing.ts'
import { planning } from '../../messages/fr/planning.ts'
import { site as siteWords } from '../../messages/fr/site.ts'
import { dayWords, rangeWords } from '../../time-words.ts'
import { Notice } from '../notice/notice.tsx'
import type { Wished } from './closing-form.tsx'
import { Fate } from './fate.tsx'

type Touched = ClosurePreview['bookings'][number]
type Reachable = Pick<Touched, 'holderName' | 'hasEmail' | 'phone'>

/** Whom a closure concerns: whoever leads a workshop is told with those who have a seat in it. */
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
          <span class="long-word">{person.holderName}</span>, {reachWords(person)}
        </li>
      ))}
    </ul>
  </>
)

const Line = ({ booking }: { booking: Touched }) => {
  const { workshop, date, start, end, space, holderName } = booking
  return (
    <li>
      <strong class="long-word">{workshop ? planning.workshop(workshop.title) : holderName}</strong>
      {booking.outcome !== 'standing' && `, ${reachWords(booking)}`}
      <p>
        {dayWords(date)}, {rangeWords(start, end)}, {space.name}
      </p>
      <Fate booking={booking} />
      {workshop && workshop.people.length > 0 && <Seated people={workshop.people} />}
    </li>
  )
}

type PreviewProps = { readonly site: SiteView; readonly wished: Wished; readonly preview: ClosurePreview }

/** What a closure would close, and what would become of each booking and each person. */
export const ClosingPreview = ({ site, wished: { reason, spaces }, preview }: PreviewProps) => {
  const { bookings } = preview
  const names = site.spaces.filter(({ id }) => spaces?.includes(id)).map(({ name }) => name)
  return (
    <>
      <p class="lead">
        {siteWords.closedOn({ ...preview, id: '', reason }, site.today)}
        {names.length > 0 && siteWords.closedSpaces(names)} : {reason}
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
