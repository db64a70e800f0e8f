import { useEffect, useState } from 'preact/hooks'
import type { WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { goInstead } from '../../kit/go.ts'
import { Loading } from '../../kit/loading.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { common } from '../../kit/words/fr/common.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { waitApi } from '../wait-client.ts'
import { WaitFacts } from '../wait-facts.tsx'
import { waitWords } from '../words/fr/wait.ts'
import { waitRefusals } from '../words/fr/wait-refusals.ts'

/** An offer leads to its booking, and a wait for a seat to its workshop. */
const elsewhere = ({ workshop, booking }: WaitlistEntryView): string | undefined => {
  if (workshop) return `/atelier?id=${workshop}`
  return booking && `/reservation?id=${booking}`
}

const titleOf = ({ status, rank = 1 }: WaitlistEntryView): string => {
  if (status === 'left' || status === 'ended' || status === 'over') return waitWords[status]
  return rank === 1 ? waitWords.next : waitWords.rank(rank)
}

const leadOf = ({ status }: WaitlistEntryView): string =>
  status === 'left' || status === 'ended' || status === 'over'
    ? waitWords[`${status}Lead` as const]
    : waitWords.lead

const Leaving = ({ id, onLeft }: { id: string; onLeft: (wait: WaitlistEntryView) => void }) => {
  const { problem, working, send } = useSend(onLeft)
  const leave = () => send(() => waitApi.leave(id))
  return (
    <>
      {problem && <Refusal refusals={waitRefusals} problem={problem} again={leave} />}
      <button class="button quiet" type="button" aria-disabled={working} onClick={leave}>
        {waitWords.leave}
      </button>
      <p role="status">{working && waitWords.leaving}</p>
    </>
  )
}

const WaitPage = ({
  wait,
  onLeft,
}: {
  wait: WaitlistEntryView
  onLeft: (wait: WaitlistEntryView) => void
}) => {
  const title = titleOf(wait)
  const [named] = wait.sites
  useTitle(title)
  useAnnouncement(title)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      <p class="lead">{leadOf(wait)}</p>
      <WaitFacts wait={wait} />
      {wait.status === 'waiting' && <Leaving id={wait.id} onLeft={onLeft} />}
      {(wait.status === 'over' || wait.status === 'left') && named && (
        <p>
          <a class="button" href={`/attendre?site=${named.id}`}>
            {waitWords.again}
          </a>
        </p>
      )}
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const Elsewhere = ({ address }: { address: string }) => {
  useEffect(() => goInstead(address), [])
  return (
    <div class="stack">
      <h1>{waitWords.title}</h1>
      <Loading />
    </div>
  )
}

const Shown = ({ wait }: { wait: WaitlistEntryView }) => {
  const [shown, setShown] = useState(wait)
  const address = elsewhere(wait)
  return address ? <Elsewhere address={address} /> : <WaitPage wait={shown} onLeft={setShown} />
}

const ABSENT = { title: waitWords.absent, children: <p class="lead">{waitWords.absentLead}</p> }

const View = ({ query }: ViewProps) => {
  const from = useAnswer(query && (query.get('id') ?? ''), (id) => waitApi.read(id || '0'))
  return (
    <OwnPage title={waitWords.title} lead={waitWords.signedOut} absent={ABSENT} from={from}>
      {(wait) => <Shown wait={wait} />}
    </OwnPage>
  )
}

export const page: Page = { title: waitWords.page, enhanced: true, View }
