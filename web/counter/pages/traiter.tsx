import { useEffect } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { PlannedView } from '../../../shared/contracts/planning-views.ts'
import { bookingApi } from '../../booking/booking-client.ts'
import { becauseOf } from '../../booking/booking-state.ts'
import { Slip } from '../../booking/slip.tsx'
import { answers } from '../../booking/words/fr/answers.ts'
import type { Answer } from '../../kit/api-client.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { phoneAddress } from '../../kit/phone-address.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { momentWords } from '../../kit/words/fr/time-words.ts'
import { mayAt } from '../../staff/may-at.ts'
import { STAFF_ACTIONS, type StaffAction } from '../../staff/staff-actions.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { staff } from '../../staff/words/fr/staff.ts'
import { ActRefusal } from '../act-refusal.tsx'
import { BookingActs } from '../booking-acts.tsx'
import { staffApi } from '../staff-client.ts'
import { acts as words } from '../words/fr/staff-acts.ts'

/** How the person is reached; undefined when unknown. */
type Contact = Pick<PlannedView, 'hasEmail' | 'phone'> | undefined
type Found = { readonly booking: BookingView; readonly contact: Contact }

/** The contact comes from the planning of the day, which lists no ended booking. */
const find = async (id: string): Promise<Answer<Found>> => {
  const booking = await bookingApi.read(id || '0')
  if (!booking.ok) return booking
  const planning = await staffApi.readPlanning(booking.value.site.id, { from: booking.value.date, days: '1' })
  const planned = planning.ok ? planning.value.bookings : []
  const contact = planned
    .flatMap((each) => [each, ...(each.workshop?.people ?? [])])
    .find((each) => each.id === id)
  return { ok: true, value: { booking: booking.value, contact } }
}

const Reach = ({ hasEmail, phone }: NonNullable<Contact>) => (
  <div>
    <h2>{words.contact}</h2>
    {hasEmail && <p>{words.byMail}</p>}
    {phone && (
      <p>
        <a class="tall" href={phoneAddress(phone)}>
          {words.call(phone)}
        </a>
      </p>
    )}
    {!hasEmail && !phone && <p>{words.unreachable}</p>}
  </div>
)

const SILENT = ['attended', 'no-show']

/** A person who answered an offer knows already. */
const toldWords = ({ status }: BookingView, before: BookingView, contact: Contact): string | undefined => {
  if (SILENT.includes(status) || before.status === 'offered' || !contact) return undefined
  if (contact.hasEmail) return words.told
  return contact.phone ? words.toTell(contact.phone) : words.toTellHere
}

type ReadProps = { readonly moved: boolean; readonly may: (action: StaffAction) => boolean }

type DoneProps = Pick<ReadProps, 'may'> & {
  readonly site: string
  readonly contact: Contact
  readonly told: string | undefined
}

const Done = ({ site, contact, told, may }: DoneProps) => (
  <Notice title={words.done} tone="free">
    {told && <p>{told}</p>}
    {told && !contact?.hasEmail && may('make-calls') && (
      <p>
        <a class="tall" href={`/demandes?lieu=${site}`}>
          {words.noteCall}
        </a>
      </p>
    )}
  </Notice>
)

const State = ({ booking: { status, cause, note, until, isAppointment } }: Pick<Found, 'booking'>) => (
  <>
    {until && <p class="lead">{words.until(momentWords(until))}</p>}
    {status === 'cancelled' && cause && <p class="lead">{becauseOf({ cause, isAppointment })}</p>}
    {note && (
      <p>
        {answers.note} {note}
      </p>
    )}
  </>
)

const One = ({ booking: read, contact, moved, may }: Found & ReadProps) => {
  const { working, problem, again, done, send } = useSend<BookingView>()
  const booking = done ?? read
  const { status, site, date } = booking
  useAnnouncement(working ? words.working : undefined)
  // A reload does not tell again that it is done.
  useEffect(() => {
    if (moved) history.replaceState(null, '', `?${new URLSearchParams({ lieu: read.site.id, id: read.id })}`)
  }, [])
  return (
    <div class="stack slips">
      <h1>{words.titles[status]}</h1>
      {problem && <ActRefusal problem={problem} again={again} />}
      {(done || (moved && !problem)) && (
        <Done
          key={status}
          site={site.id}
          contact={contact}
          told={toldWords(booking, read, contact)}
          may={may}
        />
      )}
      <State booking={booking} />
      {!problem && <BookingActs key={status} booking={booking} send={send} working={working} may={may} />}
      <Slip booking={booking} />
      {contact && <Reach {...contact} />}
      {may('mark-attendance') && (
        <p>
          <a class="tall" href={`/planning?${new URLSearchParams({ lieu: site.id, du: date })}`}>
            {staff.back}
          </a>
        </p>
      )}
    </div>
  )
}

const Read = ({ id, ...props }: { id: string } & ReadProps) => (
  <LoadedPage title={words.page} from={useAnswer(id, find)} refused={StaffRefused}>
    {(found) => <One {...found} {...props} />}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site, self) => (
      <Read
        id={query?.get('id') ?? ''}
        moved={query?.has('fait') ?? false}
        may={(action) => mayAt(self, STAFF_ACTIONS[action], site)}
      />
    )}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
