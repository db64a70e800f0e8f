import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { StopForm } from '../stop-form.tsx'
import { useLentSpace } from '../use-lent-space.ts'
import { stopping } from '../words/fr/stopping.ts'

const Stopping = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { from, space } = useLentSpace(site.id, id)
  const [isStopped, setStopped] = useState(false)
  return (
    <div class="narrow stack">
      <h1>{space ? stopping.title(space.name) : stopping.page}</h1>
      <Loaded from={from} refused={StaffRefused}>
        {() => !space && <p class="lead">{stopping.gone}</p>}
      </Loaded>
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
