import { useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { ClosureReportView } from '../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { byHolder, NoteCall, Noted, Phone } from '../counter/note-call.tsx'
import { calls as callWords } from '../counter/words/fr/calls.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { mayAt } from '../staff/may-at.ts'
import { STAFF_ACTIONS } from '../staff/staff-actions.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { Outcome } from './outcome.tsx'
import { closing as words } from './words/fr/closing.ts'

type Touched = ClosureReportView['bookings'][number]

export type Reading = { readonly site: SiteView; readonly self: SelfView }

const What = ({ booking }: { booking: Touched }) => {
  const { date, start, end, space, title, isAppointment } = booking
  return (
    <>
      <p>
        {dayWords(date)}, {rangeWords(start, end)}, {space.name}
      </p>
      {title && <p>{(isAppointment ? staff.permanence : staff.workshop)(title)}</p>}
      <Outcome booking={booking} />
    </>
  )
}

type PersonProps = { readonly bookings: readonly [Touched, ...Touched[]]; readonly reading: Reading }

/** Calls this site makes, and those that the site of a new offer makes. */
const Call = ({ bookings, reading: { site, self } }: PersonProps) => {
  const [noted, setNoted] = useState(false)
  const { holderName, phone } = bookings[0]
  const isHere = ({ proposal }: Touched) => !proposal || proposal.site.id === site.id
  const others = new Set(
    bookings.flatMap((each) => (isHere(each) || !each.proposal ? [] : [each.proposal.site.name])),
  )
  const known = bookings.filter(isHere).flatMap(({ call }) => call ?? [])
  const told = known.filter(({ made }) => !made)
  return (
    <>
      <Phone phone={phone} />
      {[...others].map((site) => (
        <p key={site}>{callWords.elsewhere(site)}</p>
      ))}
      {(noted || (known.length > 0 && told.length === 0)) && <Noted />}
      {!noted && told.length > 0 && mayAt(self, STAFF_ACTIONS['make-calls'], site) && (
        <NoteCall site={site.id} name={holderName} told={told} onNoted={() => setNoted(true)} />
      )}
    </>
  )
}

type LinesProps = {
  readonly title: (people: number) => string
  readonly bookings: readonly Touched[]
  readonly calling?: Reading
}

/** Lists each person once, with all their bookings. */
const Lines = ({ title, bookings, calling }: LinesProps) => {
  const people = byHolder(bookings)
  if (people.length === 0) return null
  return (
    <section class="stack">
      <h2>{title(people.length)}</h2>
      <ul class="series-dates">
        {people.map((theirs) => (
          <li key={theirs[0].holder}>
            <strong class="long-word">{theirs[0].holderName || staff.somebody}</strong>
            {theirs.map((booking) => (
              <What key={booking.id} booking={booking} />
            ))}
            {calling && <Call bookings={theirs} reading={calling} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const isCalled = ({ hasEmail, call }: Touched): boolean => call !== undefined || !hasEmail

/** The people of a closure: to call, told by message, unaffected. */
export const TouchedPeople = ({ closure, reading }: { closure: ClosureReportView; reading: Reading }) => {
  const { bookings, state } = closure
  const ended = state === 'closing' ? bookings : bookings.filter(({ outcome }) => outcome !== 'standing')
  return (
    <>
      <Lines title={words.phoneTitle} bookings={ended.filter(isCalled)} calling={reading} />
      <Lines title={words.toldTitle} bookings={ended.filter((each) => !isCalled(each))} />
      <Lines title={() => words.staysTitle} bookings={bookings.filter((each) => !ended.includes(each))} />
    </>
  )
}
