import type { BookingView, MyBookings } from '../../../shared/contracts/booking-views.ts'
import type { MyWaitlist, WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { api } from '../../kit/api-client.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignOut } from '../../kit/sign-out.tsx'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { waitApi } from '../../waitlist/wait-client.ts'
import { WaitLines } from '../../waitlist/wait-lines.tsx'
import { bookingApi } from '../booking-client.ts'
import { BookingLine } from '../booking-line.tsx'
import { withSeriesCards } from '../series-cards.ts'
import { SeriesLine } from '../series-line.tsx'
import { mine } from '../words/fr/booking.ts'

const isUpcoming = ({ status, begun }: BookingView): boolean =>
  !begun && status !== 'cancelled' && status !== 'no-show'

const Past = ({ bookings }: { bookings: readonly BookingView[] }) => (
  <ul class="booking-lines booking-past">
    {bookings.map((booking) => (
      <BookingLine key={booking.id} booking={booking} />
    ))}
  </ul>
)

const Upcoming = ({ bookings }: { bookings: readonly BookingView[] }) =>
  bookings.length > 0 ? (
    <ul class="booking-lines">
      {withSeriesCards(bookings).map((each) =>
        'bookings' in each ? (
          <SeriesLine key={each.series} card={each} />
        ) : (
          <BookingLine key={each.id} booking={each} />
        ),
      )}
    </ul>
  ) : (
    <p>{mine.noneUpcoming}</p>
  )

type TheirsProps = MyBookings['associations'][number] & { readonly waits: readonly WaitlistEntryView[] }

/** Bookings and waits, also for associations; past bookings apart. */
const Theirs = ({ name, bookings, waits }: TheirsProps) => {
  const upcoming = bookings.filter(isUpcoming)
  const past = bookings.filter((booking) => !isUpcoming(booking))
  return (
    <section class="stack">
      <h2 class="long-word">{mine.forAssociation(name)}</h2>
      <Upcoming bookings={upcoming} />
      {past.length > 0 && <Past bookings={past} />}
      <WaitLines waits={waits} of={name} />
    </section>
  )
}

type MineProps = Pick<MyBookings, 'bookings' | 'associations'> & {
  readonly waiting: MyWaitlist
  readonly email: string | undefined
}

const OwnLines = ({ bookings, waiting }: Pick<MineProps, 'bookings' | 'waiting'>) => {
  const upcoming = bookings.filter(isUpcoming)
  const past = bookings.filter((booking) => !isUpcoming(booking))
  return (
    <>
      <h2>{mine.upcoming}</h2>
      <Upcoming bookings={upcoming} />
      <WaitLines waits={waiting.waits} />
      <p>
        <a class="button" href="/">
          {mine.search}
        </a>
      </p>
      {past.length > 0 && (
        <>
          <h2>{mine.past}</h2>
          <Past bookings={past} />
        </>
      )}
    </>
  )
}

const Account = ({ email }: Pick<MineProps, 'email'>) => (
  <>
    <p class="long-word">
      {mine.signedInAs}
      {email}
    </p>
    <p>
      <a class="tall" href="/preferences">
        {mine.messages}
      </a>
    </p>
    <p>
      <a class="tall" href="/mes-donnees">
        {mine.myData}
      </a>
    </p>
    <div class="place-links">
      <SignOut words={mine.signOut} />
      <a class="tall" href="/mes-connexions">
        {mine.sessions}
      </a>
    </div>
  </>
)

const Mine = ({ bookings, associations, waiting, email }: MineProps) => {
  useAnnouncement(mine.title)
  const waitsOf = (id: string) => waiting.associations.find((each) => each.id === id)?.waits ?? []
  return (
    <div class="stack">
      <h1>{mine.title}</h1>
      <OwnLines bookings={bookings} waiting={waiting} />
      {associations.map((each) => (
        <Theirs key={each.id} {...each} waits={waitsOf(each.id)} />
      ))}
      <p>
        <a class="tall" href="/mes-associations">
          {mine.associations}
        </a>
      </p>
      <p>
        <a class="tall" href="/proposer">
          {mine.proposals}
        </a>
      </p>
      <p>
        <a class="tall" href="/agendas">
          {mine.calendars}
        </a>
      </p>
      <Account email={email} />
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const from = useAnswer(query && 'mine', () =>
    both(both(bookingApi.listMine(), waitApi.listMine()), api.readMe()),
  )
  return (
    <OwnPage title={mine.title} signInTitle={signIn.title} lead={signIn.lead} from={from}>
      {([[booked, waiting], { email }]) => <Mine {...booked} waiting={waiting} email={email} />}
    </OwnPage>
  )
}

export const page: Page = { title: mine.page, enhanced: true, View }
