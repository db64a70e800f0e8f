import { useState } from 'preact/hooks'
import type { ActView } from '../../shared/contracts/audit-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnswer } from '../answers.ts'
import { StaffPage, StaffRefused } from '../components/staff/staff-page.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { journal } from '../messages/fr/journal.ts'
import type { Page, ViewProps } from '../page.ts'
import { privacyApi } from '../privacy-client.ts'

const Lines = ({ acts }: { acts: readonly ActView[] }) => (
  <ol class="plain stack">
    {acts.map((act) => (
      <li key={`${act.at} ${act.about} ${act.effect}`}>
        <strong>{journal.when(act)}</strong>
        <br />
        <span class="long-word">{journal.sentence(act)}</span>
      </li>
    ))}
  </ol>
)

const Journal = ({ site }: { site: SiteView }) => {
  const [after, setAfter] = useState<string>()
  const { loaded, again } = useAnswer(`${site.id} ${after ?? ''}`, () => privacyApi.listActs(site.id, after))
  return (
    <div class="stack narrow">
      <h1>{journal.title}</h1>
      <p class="lead">{journal.lead}</p>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' && <StaffRefused problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && (
        <>
          {loaded.value.acts.length > 0 ? <Lines acts={loaded.value.acts} /> : <p>{journal.none}</p>}
          {loaded.value.next && (
            <p>
              <button class="button quiet" type="button" onClick={() => setAfter(loaded.value.next)}>
                {journal.more}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={journal.title}>
    {(site) => <Journal site={site} />}
  </StaffPage>
)

export const page: Page = { title: journal.page, enhanced: true, View }
