import { useEffect } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { PlannedView } from '../../shared/contracts/planning-views.ts'
import { useAnnouncement, useAnswer } from '../answers.ts'
import { type Answer, api } from '../api-client.ts'
import { Notice } from '../components/notice/notice.tsx'
import { ActRefusal } from '../components/planning/act-refusal.tsx'
import { BookingActs } from '../components/planning/booking-acts.tsx'
import { Slip } from '../components/slip/slip.tsx'
import { StaffPage, StaffRefused } from '../components/staff/staff-page.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { mayAt } from '../may-at.ts'
import { answers } from '../messages/fr/answers.ts'
import { acts as words } from '../messages/fr/staff-acts.ts'
import type { Page, ViewProps } from '../page.ts'
import { STAFF_ACTIONS, type StaffAction } from '../staff-actions.ts'
import { staffApi } from '../staff-client.ts'
import { momentWords } from '../time-words.ts'
import { useAct } from '../use-act.ts'

/** How somebody is reached; undefined when nobody knows. */
type Contact = Pick<PlannedView, 'hasEmail' | 'phone'> | undefined
type Found = { readonly booking: BookingView; readonly contact: Contact }

/** Whoever is planned that day can be reached; what has ended is no longer planned. */
const find = async (id: string): Promise<Answer<Found>> => {
  const booking = await api.readBooking(id || '0')
  if (!booking.ok) return booking
  const planning = await staffApi.readPlanning(booking.value.site.id, { from: booking.value.date, days: '1' })
  const planned = planning.ok ? planning.value.bookings : []
  const contact = planned.flatMap((each) => [each, ...(each.workshop?.people ?? [])]).find((each) => each.id === id)
  return { ok: true, value: { booking: booking.value, contact } }
}

const Reach = ({ hasEmail, phone }: NonNullable<Contact>) => (
  <div>
    <h2>{words.contact}</h2>
    {hasEmail && <p>{words.byMail}</p>}
    {phone && (
      <p>
        <a class="tall" href={`tel:${phone.replace(/\s/g, '')}`}>
          {words.call(phone)}
        </a>
      </p>
    )}
    {!hasEmail && !phone && <p>{words.unreachable}</p>}
  </div>
)

const SILENT = ['attended', 'no-show']

/** Whoever has answered an offer has been told. */
const toldWords = ({ status }: BookingView, before: BookingView, contact: Contact): string | undefined => {
  if (SILENT.includes(status) || before.status === 'offered' || !contact) return undefined
  if (contact.hasEmail) return words.told
  return contact.phone ? words.toTell(contact.phone) : words.toTellHere
}

type ReadProps = { readonly moved: boolean; readonly may: (action: StaffAction) => boolean }

const One = ({ booking: read, contact, moved, may }: Found & ReadProps) => {
  const { working, problem, again, done, act } = useAct()
  const booking = done ?? read
  const { status, cause, note, until } = booking
  const query = new URLSearchParams({ lieu: booking.site.id, du: booking.date })
  const told = toldWords(booking, read, contact)
  useAnnouncement(working && words.working)
  // Read again, the page does not say once more that it was done.
  useEffect(() => {
    if (moved) history.replaceState(null, '', `?${new URLSearchParams({ lieu: read.site.id, id: read.id })}`)
  }, [])
  return (
    <div class="stack slips">
      <h1>{words.titles[status]}</h1>
      {problem && <ActRefusal problem={problem} act={act} again={again} />}
      {(done || (moved && !problem)) && (
        <Notice key={status} title={words.done} tone="free">
          {told && <p>{told}</p>}
          {told && !contact?.hasEmail && may('act-for-others') && (
            <p>
              <a class="tall" href={`/demandes?lieu=${booking.site.id}`}>
                {words.noteCall}
              </a>
            </p>
          )}
        </Notice>
      )}
      {until && <p class="lead">{words.until(momentWords(until))}</p>}
      {status === 'cancelled' && cause && <p class="lead">{answers.because[cause]}</p>}
      {note && (
        <p>
          {answers.note} {note}
        </p>
      )}
      {!problem && <BookingActs key={status} booking={booking} act={act} may={may} />}
      <Slip booking={booking} />
      {contact && <Reach {...contact} />}
      <p>
        <a class="tall" href={`/planning?${query}`}>
          {words.back}
        </a>
      </p>
    </div>
  )
}

const Read = ({ id, ...props }: { id: string } & ReadProps) => {
  const { loaded, again } = useAnswer(id, find)
  if (loaded.state === 'here') return <One {...loaded.value} {...props} />
  return (
    <div class="stack">
      <h1>{words.page}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <StaffRefused problem={loaded.problem} again={again} />}
    </div>
  )
}

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
