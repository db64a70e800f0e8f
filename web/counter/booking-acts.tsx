import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import type { Sending } from '../kit/use-send.ts'
import type { StaffAction } from '../staff/staff-actions.ts'
import { staffApi } from './staff-client.ts'
import { acts as words } from './words/fr/staff-acts.ts'

type Act = Pick<Sending<BookingView>, 'send' | 'working'>

type ActsProps = Act & {
  readonly booking: BookingView
  /** Asks the policy, at the booking's site. */
  readonly may: (action: StaffAction) => boolean
}

const MOST_LETTERS = 500

type WordedProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly missing?: string
  readonly yes: string
  readonly working: boolean
  readonly onSend: (text: string) => void
  readonly onLeave: () => void
}

/** An act with a message to the person; `missing` makes the message mandatory. */
const Worded = ({ id, label, hint, missing, yes, working, onSend, onLeave }: WordedProps) => {
  const [error, setError] = useState<string>()
  const submit = (form: FormData) => {
    const text = textIn(form, id)
    setError(text ? undefined : missing)
    if (text || !missing) return onSend(text)
    document.getElementById(id)?.focus()
  }
  return (
    <Form class="stack narrow" onSend={submit}>
      <TextField id={id} rows={4} label={label} hint={hint} error={error} maxLength={MOST_LETTERS} />
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {yes}
        </button>
        <button class="button quiet" type="button" onClick={onLeave}>
          {words.keep}
        </button>
      </div>
    </Form>
  )
}

type ButtonProps = { words: string; quiet?: true; working?: boolean; onPress: () => void }

const Button = ({ words: said, quiet, working = false, onPress }: ButtonProps) => (
  <button class={quiet ? 'button quiet' : 'button'} type="button" aria-disabled={working} onClick={onPress}>
    {said}
  </button>
)

type RequestedProps = Act & { readonly booking: Pick<BookingView, 'id'> }

export const Requested = ({ booking: { id }, send, working }: RequestedProps) => {
  const [refusing, setRefusing] = useState(false)
  if (refusing)
    return (
      <Worded
        id={`why-${id}`}
        label={words.refuseWhy}
        yes={words.refuse}
        working={working}
        onSend={(note) => send(() => staffApi.approve(id, { approved: false, ...(note && { note }) }))}
        onLeave={() => setRefusing(false)}
      />
    )
  return (
    <div class="actions actions-row">
      <Button
        words={words.approve}
        working={working}
        onPress={() => send(() => staffApi.approve(id, { approved: true }))}
      />
      <Button words={words.refuse} quiet onPress={() => setRefusing(true)} />
    </div>
  )
}

export const Offered = ({ id, send, working }: Act & { readonly id: string }) => (
  <div class="actions actions-row">
    <Button
      words={words.accept}
      working={working}
      onPress={() => send(() => bookingApi.answerOffer(id, true))}
    />
    <Button
      words={words.decline}
      quiet
      working={working}
      onPress={() => send(() => bookingApi.answerOffer(id, false))}
    />
  </div>
)

const Attendance = ({ booking: { id, status }, send, working }: ActsProps) => (
  <div class="actions actions-row">
    {status !== 'attended' && (
      <Button words={words.here} working={working} onPress={() => send(() => staffApi.attend(id, true))} />
    )}
    {status !== 'no-show' && (
      <Button
        words={words.absent}
        quiet
        working={working}
        onPress={() => send(() => staffApi.attend(id, false))}
      />
    )}
  </div>
)

const ToCome = ({ booking: { id, site, checkIn, workshop }, send, working, may }: ActsProps) => {
  const [cancelling, setCancelling] = useState(false)
  if (cancelling)
    return (
      <Worded
        id={`why-${id}`}
        label={words.cancelWhy}
        hint={words.cancelHint}
        missing={words.cancelMissing}
        yes={words.cancel}
        working={working}
        onSend={(reason) => send(() => staffApi.takeBack(id, reason))}
        onLeave={() => setCancelling(false)}
      />
    )
  return (
    <div class="actions actions-row">
      {checkIn?.isOpen && may('check-in') && (
        <Button words={words.here} working={working} onPress={() => send(() => bookingApi.checkIn(id))} />
      )}
      {!workshop && may('change-booking') && (
        <a class="button quiet" href={`/deplacer?${new URLSearchParams({ id, lieu: site.id })}`}>
          {words.move}
        </a>
      )}
      {may('act-for-others') && <Button words={words.cancel} quiet onPress={() => setCancelling(true)} />}
    </div>
  )
}

/** The actions that fit a booking's status. */
export const BookingActs = (props: ActsProps) => {
  const { status, begun } = props.booking
  if (status === 'requested') return props.may('approve') ? <Requested {...props} /> : null
  if (status === 'offered')
    return props.may('change-booking') ? <Offered {...props} id={props.booking.id} /> : null
  if (status === 'cancelled') return null
  if (!begun && status === 'confirmed') return <ToCome {...props} />
  return props.may('mark-attendance') ? <Attendance {...props} /> : null
}
