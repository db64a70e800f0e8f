import { useEffect, useRef } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { momentWords } from '../../kit/words/fr/time-words.ts'
import { bookingApi } from '../booking-client.ts'
import { BookingPage } from '../booking-page.tsx'
import { Slip } from '../slip.tsx'
import { WhoComes } from '../who-comes.tsx'
import { cancelling, mine } from '../words/fr/booking.ts'
import { changeRefusals } from '../words/fr/change-refusals.ts'
import { pair } from '../words/fr/pair.ts'

type DoneProps = {
  readonly words: Pick<typeof cancelling | typeof pair, 'done' | 'doneLead'>
  readonly next: readonly [address: string, words: string]
}

const Done = ({ words, next: [address, next] }: DoneProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useTitle(words.done)
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {words.done}
      </h1>
      <p class="lead">{words.doneLead}</p>
      <div class="actions actions-row">
        <a class="button" href={address}>
          {next}
        </a>
        <a class="button quiet" href="/mes-reservations">
          {mine.title}
        </a>
      </div>
    </div>
  )
}

/** An offer is answered as a whole. */
const isPair = ({ workshop, places, status }: BookingView): boolean =>
  workshop !== undefined && places > 1 && status === 'confirmed'

const Ask = ({ booking }: { booking: BookingView }) => {
  const { problem, again, working, done, send } = useSend<BookingView>()
  const { id, cancelBefore } = booking
  const cancel = () => send(() => bookingApi.cancel(id))
  if ((done ?? booking).status === 'cancelled') return <Done words={cancelling} next={['/', mine.search]} />
  if (done) return <Done words={pair} next={[`/reservation?id=${id}`, pair.see]} />
  if (isPair(booking))
    return (
      <div class="stack slips">
        <h1>{pair.title}</h1>
        {problem && <Refusal refusals={changeRefusals} problem={problem} again={again} />}
        {!problem && <p class="lead">{pair.lead}</p>}
        {!problem && (
          <WhoComes
            booking={booking}
            working={working}
            onChosen={(comes) => (comes ? send(() => bookingApi.returnSeat(id, comes.guest)) : cancel())}
          />
        )}
        <Slip booking={booking} />
        <p role="status">{working && cancelling.working}</p>
      </div>
    )
  return (
    <div class="stack slips">
      <h1>{cancelling.title}</h1>
      {problem && <Refusal refusals={changeRefusals} problem={problem} again={again} />}
      {!problem && <p class="lead">{cancelling.lead}</p>}
      {!problem && cancelBefore && <p>{cancelling.before(momentWords(cancelBefore))}</p>}
      <Slip booking={booking} />
      <div class="actions actions-row">
        {!problem && (
          <button class="button" type="button" onClick={cancel} aria-disabled={working}>
            {cancelling.yes}
          </button>
        )}
        <a class="button quiet" href={`/reservation?id=${id}`}>
          {cancelling.no}
        </a>
      </div>
      <p role="status">{working && cancelling.working}</p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={cancelling.title}>
    {(booking) => <Ask booking={booking} />}
  </BookingPage>
)

export const page: Page = { title: cancelling.page, enhanced: true, View }
