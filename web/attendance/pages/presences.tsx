import { useEffect, useState } from 'preact/hooks'
import type { AttendanceView } from '../../../shared/contracts/attendance-views.ts'
import { api } from '../../kit/api-client.ts'
import { LoadedPage, type RefusedProps } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { attendanceApi } from '../../notes/attendance-client.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { Counted, CountForm } from '../drop-ins.tsx'
import { People } from '../people.tsx'
import { SentState } from '../sent-state.tsx'
import { SigningSheet } from '../signing-sheet.tsx'
import { type Desk, useDesk } from '../use-desk.ts'
import { attendance as words } from '../words/fr/attendance.ts'

const LOOK_MS = 20_000

/** By the clock of this device; the service decides. */
const useNow = (): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

type Phase = 'cancelled' | 'before' | 'open' | 'after'

const phaseOf = ({ isCancelled, opensAt, closesAt }: AttendanceView, now: number): Phase => {
  if (isCancelled) return 'cancelled'
  if (now < Date.parse(opensAt)) return 'before'
  return now < Date.parse(closesAt) ? 'open' : 'after'
}

const summaryOf = ({ people, dropIns }: AttendanceView): string => {
  const here = people.filter(({ attendance }) => attendance === 'present')
  const present = here.reduce((sum, { places }) => sum + places, dropIns.length)
  return words.summary({ present, left: people.filter(({ attendance }) => !attendance).length })
}

const Lead = ({ roll, phase }: { roll: AttendanceView; phase: Phase }) => {
  if (phase === 'cancelled') return <p class="lead">{words.cancelled}</p>
  if (phase === 'before') return <p class="lead">{words.opens(roll.date, roll.start)}</p>
  return (
    <>
      {phase === 'after' && <p class="lead">{words.closed}</p>}
      <p class="lead">
        <strong class="free">{summaryOf(roll)}</strong>
      </p>
    </>
  )
}

type PartProps = Pick<Desk, 'roll' | 'count' | 'uncount'> & { readonly phase: Phase }

const DropIns = ({ roll: { dropIns }, count, uncount, phase }: PartProps) => {
  const isOpen = phase === 'open'
  if (!isOpen && dropIns.length === 0) return null
  return (
    <section class="stack" aria-labelledby="sans-inscription">
      <h2 id="sans-inscription">{words.dropIns}</h2>
      <Counted dropIns={dropIns} onUncount={isOpen ? uncount : undefined} />
      {isOpen && <p class="soft">{words.dropInsLead}</p>}
      {isOpen && <CountForm onCount={count} />}
    </section>
  )
}

const Links = ({ roll: { site, date } }: { roll: AttendanceView }) => (
  <p class="place-links">
    <button class="link" type="button" onClick={() => print()}>
      {words.print}
    </button>
    <a class="tall" href={`/ma-semaine?du=${date}`}>
      {words.week}
    </a>
    <a class="tall" href={`/planning?${new URLSearchParams({ lieu: site.id, du: date })}`}>
      {words.site(site.name)}
    </a>
  </p>
)

/** The roll opens without a network too, when nobody can say what else one may open. */
const Navigation = ({ site }: { site: string }) => {
  const { loaded } = useAnswer(site, (id) => both(api.readSite(id), api.readMe()))
  if (loaded.state !== 'here') return null
  const [placed, self] = loaded.value
  return self.secondFactor ? <StaffNav site={placed} self={self} /> : null
}

const Roll = ({ read }: { read: AttendanceView }) => {
  const { roll, state, mark, count, uncount } = useDesk(read)
  const phase = phaseOf(roll, useNow())
  const { title, date, start, end, site, spaceName } = roll
  useTitle(title)
  return (
    <>
      <div class="stack off-paper">
        <Navigation site={site.id} />
        <h1>{title}</h1>
        <p>
          {words.when(date, start, end)}
          <br />
          <span class="soft">
            {site.name}, {spaceName}
          </span>
        </p>
        <Lead roll={roll} phase={phase} />
        <SentState roll={roll} state={state} />
        <section class="stack" aria-labelledby="inscrits">
          <h2 id="inscrits">{words.signedUp}</h2>
          <People roll={roll} onMark={phase === 'open' ? mark : undefined} />
        </section>
        <DropIns roll={roll} count={count} uncount={uncount} phase={phase} />
        <Links roll={roll} />
      </div>
      <SigningSheet roll={roll} />
    </>
  )
}

const Refused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={words.signedOut} words={words.signIn} />
  ) : (
    <Unread {...props} />
  )

const View = ({ query }: ViewProps) => {
  const id = query && (query.get('id') || '0')
  return (
    <LoadedPage
      title={words.page}
      from={useAnswer(id, attendanceApi.read)}
      refused={Refused}
      absent={{ title: words.page, children: <SignInLink lead={words.noRight} words={words.signIn} /> }}
    >
      {(read) => <Roll key={read.id} read={read} />}
    </LoadedPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
