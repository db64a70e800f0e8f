import { useState } from 'preact/hooks'
import type { MemberList } from '../../../shared/contracts/member-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useDone } from '../../kit/use-done.tsx'
import { useSend } from '../../kit/use-send.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { AdmitForm } from '../admit-form.tsx'
import { memberApi } from '../member-client.ts'
import { MemberLines } from '../member-lines.tsx'
import { members as words } from '../words/fr/members.ts'

type ListedProps = {
  readonly site: SiteView
  readonly first: MemberList
  readonly onChanged: (said: string) => void
}

const Listed = ({ site, first, onChanged }: ListedProps) => {
  const [{ members, next }, setShown] = useState(first)
  const { problem, send } = useSend((page: MemberList) =>
    setShown({ ...page, members: [...members, ...page.members] }),
  )
  const more = (after: string) => send(() => memberApi.list(site.id, after))
  return (
    <>
      <MemberLines site={site} members={members} onChanged={onChanged} />
      {problem && next && <Unread problem={problem} again={() => more(next)} />}
      {next && !problem && (
        <button class="button quiet" type="button" onClick={() => more(next)}>
          {words.more}
        </button>
      )}
    </>
  )
}

const Members = ({ site }: { site: SiteView }) => {
  const from = useAnswer(site.id, (id) => memberApi.list(id))
  const { round, done, onDone } = useDone(from.again)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a class="tall" href={`/regles?lieu=${site.id}`}>
          {words.rules}
        </a>
      </p>
      {done}
      <section class="stack">
        <h2>{words.who}</h2>
        <Loaded from={from} refused={StaffRefused}>
          {(first) => <Listed key={round} site={site} first={first} onChanged={onDone} />}
        </Loaded>
      </section>
      <section class="stack">
        <h2>{words.add}</h2>
        <AdmitForm key={round} site={site} onAdmitted={onDone} />
      </section>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Members site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
