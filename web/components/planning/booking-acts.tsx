import { useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { api } from '../../api-client.ts'
import { acts as words } from '../../messages/fr/staff-acts.ts'
import type { StaffAction } from '../../staff-actions.ts'
import { staffApi } from '../../staff-client.ts'
import type { Act } from '../../use-act.ts'
import { TextField } from '../field/text-field.tsx'

type ActsProps = {
  readonly booking: BookingView
  readonly act: Act
  /** By the policy, at its place. */
  readonly may: (action: StaffAction) => boolean
}

const MOST_LETTERS = 500

type WordedProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly missing?: string
  readonly yes: string
  readonly send: (text: string) => void
  readonly onLeave: () => void
}

/** An act with words for the person; `missing` is said when there must be some. */
const Worded = ({ id, label, hint, missing, yes, send, onLeave }: WordedProps) => {
  const [error, setError] = useState<string>()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get(id) ?? '').trim()
    setError(text ? undefined : missing)
    if (text || !missing) return send(text)
    document.getElementById(id)?.focus()
  }
  return (
    <form class="stack narrow" onSubmit={submit} noValidate>
      <TextField id={id} rows={4} label={label} hint={hint} error={error} maxLength={MOST_LETTERS} />
      <div class="actions actions-row">
        <button class="button" type="submit">
          {yes}
        </button>
        <button class="button quiet" type="button" onClick={onLeave}>
          {words.keep}
        </button>
      </div>
    </form>
  )
}

const Button = ({ words: said, quiet, onPress }: { words: string; quiet?: true; onPress: () => void }) => (
  <button class={quiet ? 'button quiet' : 'button'} type="button" onClick={onPress}>
    {said}
  </button>
)

type RequestedProps = { readonly booking: Pick<BookingView, 'id'>; readonly act: Act }

export const Requested = ({ booking: { id }, act }: RequestedProps) => {
  const [refusing, setRefusing] = useState(false)
  if (refusing)
    return (
      <Worded
        id={`why-${id}`}
        label={words.refuseWhy}
        yes={words.refuse}
        send={(note) => act(() => staffApi.approve(id, { approved: false, ...(note && { note }) }))}
        onLeave={() => setRefusing(false)}
      />
    )
  return (
    <div class="actions actions-row">
      <Button words={words.approve} onPress={() => act(() => staffApi.approve(id, { approved: true }))} />
      <Button words={words.refuse} quiet onPress={() => setRefusing(true)} />
    </div>
  )
}

export const Offered = ({ id, act }: { id: string; act: Act }) => (
  <div class="actions actions-row">
    <Button words={words.accept} onPress={() => act(() => api.answerOffer(id, true))} />
    <Button words={words.decline} quiet onPress={() => act(() => api.answerOffer(id, false))} />
  </div>
)

const Attendance = ({ booking: { id, status }, act }: ActsProps) => (
  <div class="actions actions-row">
    {status !== 'attended' && <Button words={words.here} onPress={() => act(() => staffApi.attend(id, true))} />}
    {status !== 'no-show' && (
      <Button words={words.absent} quiet onPress={() => act(() => staffApi.attend(id, false))} />
    )}
  </div>
)

const ToCome = ({ booking: { id, site, checkIn, workshop }, act, may }: ActsProps) => {
  const [cancelling, setCancelling] = useState(false)
  if (cancelling)
    return (
      <Worded
        id={`why-${id}`}
        label={words.cancelWhy}
        hint={words.cancelHint}
        missing={words.cancelMissing}
        yes={words.cancel}
        send={(reason) => act(() => staffApi.takeBack(id, reason))}
        onLeave={() => setCancelling(false)}
      />
    )
  return (
    <div class="actions actions-row">
      {checkIn?.isOpen && <Button words={words.here} onPress={() => act(() => api.checkIn(id))} />}
      {!workshop && may('change-booking') && (
        <a class="button quiet" href={`/deplacer?${new URLSearchParams({ id, lieu: site.id })}`}>
          {words.move}
        </a>
      )}
      {may('act-for-others') && <Button words={words.cancel} quiet onPress={() => setCancelling(true)} />}
    </div>
  )
}

/** What can be done with a booking as it is now. */
export const BookingActs = (props: ActsProps) => {
  const { status, begun } = props.booking
  if (status === 'requested') return props.may('approve') ? <Requested {...props} /> : null
  if (status === 'offered')
    return props.may('change-booking') ? <Offered id={props.booking.id} act={props.act} /> : null
  if (status === 'cancelled') return null
  return begun || status !== 'confirmed' ? <Attendance {...props} /> : <ToCome {...props} />
}
