import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { CallView } from '../../shared/contracts/call-views.ts'
import { useSend } from '../kit/use-send.ts'
import { dayWords, momentWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { ActRefusal } from './act-refusal.tsx'
import { Offered } from './booking-acts.tsx'
import { byHolder, NoteCall, Noted, Phone } from './note-call.tsx'
import { calls as words } from './words/fr/calls.ts'
import { planning } from './words/fr/planning.ts'
import { acts } from './words/fr/staff-acts.ts'

const whatWords = ({ title, isAppointment, space, use, places = 1 }: CallView): string =>
  [
    title && (isAppointment ? staff.permanence : staff.workshop)(title),
    space,
    !title && (use === 'room' ? planning.room : places > 1 && placesWords(places)),
  ]
    .filter(Boolean)
    .join(', ')

const isMembership = ({ news }: CallView): boolean => news === 'admitted' || news === 'withdrawn'

const Answer = ({ id, onAnswered }: { id: string; onAnswered: () => void }) => {
  const { problem, again, done, send, working } = useSend<BookingView>(onAnswered)
  if (problem) return <ActRefusal problem={problem} again={again} />
  return done ? (
    <p class="free" role="status">
      {acts.titles[done.status]}
    </p>
  ) : (
    <Offered id={id} send={send} working={working} />
  )
}

const Line = ({ call, onAnswered }: { call: CallView; onAnswered: () => void }) => {
  const { id, date, start, end, note, until, news, instead } = call
  const why = note ?? instead?.note
  return (
    <li class="stack">
      <div>
        <p>
          <strong>{instead ? words.lost(instead) : words.says(call)}</strong>
        </p>
        {instead && <p>{words.instead}</p>}
        {!isMembership(call) && (
          <>
            <p>
              {dayWords(date)}, {rangeWords(start, end)}
            </p>
            <p>{whatWords(call)}</p>
          </>
        )}
        {until && <p class="soft">{words.until(momentWords(until))}</p>}
        {why && <p class="long-word">{words.note(why)}</p>}
      </div>
      {news === 'offered' && <Answer id={id} onAnswered={onAnswered} />}
    </li>
  )
}

type CardProps = {
  readonly site: string
  readonly place: string | undefined
  readonly calls: readonly [CallView, ...CallView[]]
}

/** The news for one person, told in one call; an answer to an offer counts as told. */
const Card = ({ site, place, calls }: CardProps) => {
  const [answered, setAnswered] = useState<readonly string[]>([])
  const [noted, setNoted] = useState(false)
  const { holderName, phone } = calls[0]
  const told = calls.filter(({ id }) => !answered.includes(id))
  return (
    <li class="space-card">
      <h3 class="long-word">{holderName}</h3>
      {place && <p>{place}</p>}
      <Phone phone={phone} />
      <ul class="stack plain">
        {calls.map((call) => (
          <Line key={call.id} call={call} onAnswered={() => setAnswered([...answered, call.id])} />
        ))}
      </ul>
      {noted && <Noted />}
      {!noted && told.length > 0 && (
        <NoteCall
          site={site}
          name={holderName}
          told={told}
          onNoted={() => setNoted(true)}
          unanswered={told.some(({ news }) => news === 'offered')}
        />
      )}
    </li>
  )
}

type Placed = CallView & { readonly site: { readonly id: string; readonly name?: string } }

/** Calls of one site, or of many with their names. */
export const Calls = ({ calls }: { calls: readonly Placed[] }) => (
  <section class="stack">
    <h2>{words.title}</h2>
    <p>{words.lead}</p>
    <ul class="space-cards plain">
      {[...Map.groupBy(calls, ({ site }) => site.id)].flatMap(([site, there]) =>
        byHolder(there).map((each) => (
          <Card key={`${site} ${each[0].holder}`} site={site} place={each[0].site.name} calls={each} />
        )),
      )}
    </ul>
  </section>
)
