import { useState } from 'preact/hooks'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { InviteForm } from '../invite-form.tsx'
import { rightApi } from '../right-client.ts'
import { RightLines } from '../right-lines.tsx'
import { rights, scopeWords } from '../words/fr/rights.ts'

type TeamProps = { readonly scope: string; readonly place: string | undefined }

const Team = ({ scope, place }: TeamProps) => {
  const from = useAnswer(scope, rightApi.list)
  const [said, setSaid] = useState<string>()
  useAnnouncement(said)
  const change = (words: string) => {
    setSaid(words)
    from.again()
  }
  return (
    <div class="stack narrow">
      <h1>{rights.title}</h1>
      <p class="lead">
        {scopeWords(scope, place)}. {rights.lead}
      </p>
      {said && <p class="done">{said}</p>}
      <Loaded from={from} refused={StaffRefused}>
        {(list) => <RightLines list={list} onChanged={() => change(rights.done)} />}
      </Loaded>
      {from.loaded.state !== 'refused' && (
        <section class="stack">
          <h2>{rights.invite}</h2>
          <InviteForm scope={scope} onInvited={({ email }) => change(rights.sent(email))} />
        </section>
      )}
    </div>
  )
}

/** `?lieu=` for a site, `?portee=` for a département or the network. */
const View = ({ query }: ViewProps) => {
  const scope = query?.get('portee')
  useTitle(scope ? rights.title : undefined)
  if (scope) return <Team scope={scope} place={undefined} />
  return (
    <StaffPage query={query} title={rights.title}>
      {(site) => <Team scope={`site:${site.id}`} place={site.name} />}
    </StaffPage>
  )
}

export const page: Page = { title: rights.page, enhanced: true, View }
