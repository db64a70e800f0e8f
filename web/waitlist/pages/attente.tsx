import { useEffect, useState } from 'preact/hooks'
import type { WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { Loading } from '../../kit/loading.tsx'
import { Refusal, Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { common } from '../../kit/words/fr/common.ts'
import { SignIn } from '../../people/sign-in.tsx'
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

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => waitApi.read(id || '0'))
  const [left, setLeft] = useState<WaitlistEntryView>()
  const address = loaded.state === 'here' ? elsewhere(loaded.value) : undefined
  useEffect(() => {
    if (address) location.replace(address)
  }, [address])
  if (loaded.state === 'here' && !address) return <WaitPage wait={left ?? loaded.value} onLeft={setLeft} />
  const code = loaded.state === 'refused' ? loaded.problem.code : undefined
  if (code === 'signed-out')
    return <SignIn title={waitWords.title} lead={waitWords.signedOut} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{code === 'not-found' ? waitWords.absent : waitWords.title}</h1>
      {(loaded.state === 'loading' || address) && <Loading />}
      {code === 'not-found' && <p class="lead">{waitWords.absentLead}</p>}
      {loaded.state === 'refused' && code !== 'not-found' && (
        <Unread problem={loaded.problem} again={again} />
      )}
    </div>
  )
}

export const page: Page = { title: waitWords.page, enhanced: true, View }
