import { useEffect, useRef, useState } from 'preact/hooks'
import { Form, Messages } from '../../kit/form.tsx'
import { Later } from '../../kit/later.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useErrors } from '../../kit/use-errors.ts'
import { mayAt } from '../../staff/may-at.ts'
import { STAFF_ACTIONS } from '../../staff/staff-actions.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { CounterDone } from '../counter-done.tsx'
import { WhatChoice, When, Who } from '../counter-form.tsx'
import { nameOf, type Offer, type What } from '../counter-offers.ts'
import { personIn, useKnown } from '../counter-person.ts'
import { OtherTimes } from '../other-times.tsx'
import { partyIn } from '../party-in.ts'
import { type Made, useCounter, type Wanted } from '../use-counter.ts'
import { type Desk, useOffers } from '../use-offers.ts'
import { counter } from '../words/fr/counter.ts'

/** Fetched while the form is filled in, so that it is there when the network is lost later. */
const fetchLater = () => import('../counter-later.ts')
const fetchRefused = async () => (await fetchLater()).CounterRefused
const fetchParty = async () => (await fetchLater()).SeatParty

type DeskProps = { readonly desk: Desk | undefined }

type SeatOffer = Extract<Offer, { kind: 'seat' }>

/** A permanence is taken by the hour. */
const appointmentOf = ({ workshop: of }: SeatOffer, fields: FormData): Wanted => {
  const { id: workshop, begun, appointments } = of
  const start = appointments?.free.find((each) => each === fields.get('hour'))
  const wanted = { workshop, begun, party: partyIn(fields) }
  return start ? { kind: 'seat', ...wanted, start } : { kind: 'rank', ...wanted }
}

const wantedOf = (offer: Offer, fields: FormData): Wanted => {
  if (offer.kind === 'time') return { kind: 'time', choice: offer.time }
  const { id: workshop, seatsLeft, begun, cycle, appointments } = offer.workshop
  if (appointments) return appointmentOf(offer, fields)
  const party = partyIn(fields)
  if (cycle && fields.has('cycle')) return { kind: 'cycle', cycle, workshop, begun, party }
  return { kind: seatsLeft >= party.places || begun ? 'seat' : 'rank', workshop, begun, party }
}

/** The state of the form; `submit` books the chosen offer, or what is given. */
const useCounterForm = (desk: Desk | undefined, onMade: (made: Made) => void) => {
  const form = useRef<HTMLFormElement>(null)
  const [what, setWhat] = useState<What>('desk')
  const [chosen, setFrom] = useState<string>()
  const from = chosen ?? desk?.site.today ?? ''
  const { tried, check } = useErrors()
  const listed = useOffers(desk, what, from)
  const person = useKnown()
  const asking = useCounter(onMade)
  // A taken time means that the list is outdated.
  useEffect(() => {
    if (asking.refused?.problem.code === 'taken') listed.refresh()
  }, [asking.refused?.problem])
  const submit = (given?: Wanted) => {
    if (!form.current) return
    const fields = new FormData(form.current)
    const offer = listed.offers?.find((each) => nameOf(each) === fields.get('offer'))
    const wanted = given ?? (offer && wantedOf(offer, fields))
    const who = personIn(fields, person.known)
    check({
      ...('errors' in who && who.errors),
      ...(!wanted && { offer: counter.offerMissing[what] }),
    })
    if (wanted && 'person' in who) asking.book({ person: who.person, wanted })
  }
  return { form, what, setWhat, from, setFrom, tried, listed, person, asking, submit }
}

const CounterForm = ({ onMade, desk }: DeskProps & { onMade: (made: Made) => void }) => {
  const site = desk?.site
  const { form, what, setWhat, from, setFrom, tried, listed, person, asking, submit } = useCounterForm(
    desk,
    onMade,
  )
  const { loaded, offers, refresh } = listed
  const { refused, working } = asking
  useEffect(() => {
    fetchLater().catch(() => undefined)
  }, [])
  return (
    <div class="split">
      <Form of={form} class="counter" onSend={() => submit()}>
        <Messages tried={tried} />
        <Who {...person} errors={tried.errors} />
        <WhatChoice what={what} onChange={setWhat} />
        {loaded.state === 'refused' && <Unread problem={loaded.problem} again={refresh} />}
        <When what={what} offers={offers} today={site?.today ?? ''} error={tried.errors.offer} />
        {what === 'workshop' && offers && <Later load={fetchParty} props={{ offers }} failed={() => <></>} />}
        {refused && site && (
          <Later
            load={fetchRefused}
            props={{ ...refused, spaces: site.spaces, book: submit }}
            failed={() => <Unread problem={refused.problem} again={() => submit()} />}
          />
        )}
        <button class="button" type="submit" aria-disabled={working}>
          {counter.book}
        </button>
        <p role="status">{working && counter.working}</p>
      </Form>
      {site && what !== 'workshop' && (
        <OtherTimes
          key={what}
          site={site}
          use={what}
          date={from}
          working={working}
          onDate={setFrom}
          onBook={(choice) => submit({ kind: 'time', choice })}
        />
      )}
    </div>
  )
}

const isServedByPhone = (desk: Desk | undefined): boolean =>
  desk !== undefined && !mayAt(desk.self, STAFF_ACTIONS['check-in'], desk.site)

const Counter = ({ desk }: DeskProps) => {
  const [{ round, made }, setState] = useState<{ round: number; made?: Made }>({ round: 0 })
  const again = () => setState((last) => ({ round: last.round + 1 }))
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && again()
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  if (made) return <CounterDone made={made} byPhone={isServedByPhone(desk)} onAgain={again} />
  return (
    <div class="stack">
      <h1>{counter.title}</h1>
      <p class="soft">{counter.keys}</p>
      <CounterForm key={round} desk={desk} onMade={(booked) => setState({ round, made: booked })} />
      {desk && !isServedByPhone(desk) && (
        <p>
          <a class="tall" href={`/retrouver?lieu=${desk.site.id}`}>
            {counter.find}
          </a>
        </p>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={counter.title} early={<Counter desk={undefined} />}>
    {(site, self) => <Counter desk={{ site, self }} />}
  </StaffPage>
)

export const page: Page = { title: counter.page, enhanced: true, View }
