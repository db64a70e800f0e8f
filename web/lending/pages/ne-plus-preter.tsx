import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { lendingApi } from '../lending-client.ts'
import { StopForm } from '../stop-form.tsx'
import { stopping } from '../words/fr/stopping.ts'

const Stopping = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { loaded, again } = useAnswer(site.id, (each) => lendingApi.list(each))
  const [isStopped, setStopped] = useState(false)
  const space = loaded.state === 'here' ? loaded.value.spaces.find((each) => each.id === id) : undefined
  return (
    <div class="narrow stack">
      <h1>{space ? stopping.title(space.name) : stopping.page}</h1>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <StaffRefused problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && !space && <p class="lead">{stopping.gone}</p>}
      {isStopped && <Notice title={stopping.done} tone="free" />}
      {space && !isStopped && (
        <>
          <p class="lead">{stopping.lead}</p>
          <StopForm site={site.id} today={site.today} space={space} onStopped={() => setStopped(true)} />
        </>
      )}
      <p>
        <a class="tall" href={`/espaces?lieu=${site.id}`}>
          {stopping.all}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={stopping.page}>
    {(site) => <Stopping site={site} id={query?.get('espace') ?? null} />}
  </StaffPage>
)

export const page: Page = { title: stopping.page, enhanced: true, View }
