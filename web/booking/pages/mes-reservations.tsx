import type { BookingView, MyBookings } from '../../../shared/contracts/booking-views.ts'
import type { MyWaitlist, WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { api } from '../../kit/api-client.ts'
import { Loading } from '../../kit/loading.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { SignIn } from '../../people/sign-in.tsx'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { waitApi } from '../../waitlist/wait-client.ts'
import { WaitLines } from '../../waitlist/wait-lines.tsx'
import { BookingLine } from '../booking-line.tsx'
import { mine } from '../words/fr/booking.ts'

const isUpcoming = ({ status, begun }: BookingView): boolean =>
  !begun && status !== 'cancelled' && status !== 'no-show'

const Lines = ({ bookings, past }: { bookings: readonly BookingView[]; past: boolean }) => (
  <ul class={`booking-lines ${past ? 'booking-past' : ''}`}>
    {bookings.map((booking) => (
      <BookingLine key={booking.id} booking={booking} />
    ))}
  </ul>
)

type TheirsProps = MyBookings['associations'][number] & { readonly waits: readonly WaitlistEntryView[] }

/** Bookings and waits, also for associations; past bookings apart. */
const Theirs = ({ name, bookings, waits }: TheirsProps) => {
  const upcoming = bookings.filter(isUpcoming)
  const past = bookings.filter((booking) => !isUpcoming(booking))
  return (
    <section class="stack">
      <h2 class="long-word">{mine.forAssociation(name)}</h2>
      {upcoming.length > 0 ? <Lines bookings={upcoming} past={false} /> : <p>{mine.noneUpcoming}</p>}
      {past.length > 0 && <Lines bookings={past} past />}
      <WaitLines waits={waits} of={name} />
    </section>
  )
}

type MineProps = Pick<MyBookings, 'bookings' | 'associations'> & {
  readonly waiting: MyWaitlist
  readonly email: string | undefined
}

const Mine = ({ bookings, associations, waiting, email }: MineProps) => {
  useAnnouncement(mine.title)
  const upcoming = bookings.filter(isUpcoming)
  const past = bookings.filter((booking) => !isUpcoming(booking))
  const signOut = async () => {
    const answer = await api.closeSession()
    if (answer.ok) location.assign('/')
  }
  return (
    <div class="stack narrow">
      <h1>{mine.title}</h1>
      <h2>{mine.upcoming}</h2>
      {upcoming.length > 0 ? <Lines bookings={upcoming} past={false} /> : <p>{mine.noneUpcoming}</p>}
      <WaitLines waits={waiting.waits} />
      <p>
        <a class="button" href="/">
          {mine.search}
        </a>
      </p>
      {past.length > 0 && (
        <>
          <h2>{mine.past}</h2>
          <Lines bookings={past} past />
        </>
      )}
      {associations.map((each) => (
        <Theirs
          key={each.id}
          {...each}
          waits={waiting.associations.find(({ id }) => id === each.id)?.waits ?? []}
        />
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
      <p class="long-word">
        {mine.signedInAs}
        {email}
      </p>
      <p>
        <a class="tall" href="/mes-donnees">
          {mine.myData}
        </a>
      </p>
      <div class="place-links">
        <button class="link" type="button" onClick={signOut}>
          {mine.signOut}
        </button>
        <a class="tall" href="/mes-connexions">
          {mine.sessions}
        </a>
      </div>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && 'mine', () =>
    both(both(api.listMyBookings(), waitApi.listMine()), api.readMe()),
  )
  if (loaded.state === 'here') {
    const [[booked, waiting], { email }] = loaded.value
    return <Mine {...booked} waiting={waiting} email={email} />
  }
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={signIn.title} lead={signIn.lead} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{mine.title}</h1>
      {loaded.state === 'loading' ? <Loading /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: mine.page, enhanced: true, View }
