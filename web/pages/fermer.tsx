import { useState } from 'preact/hooks'
import type { ClosurePreview } from '../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnnouncement } from '../answers.ts'
import type { WebProblem } from '../api-client.ts'
import { closureApi } from '../closure-client.ts'
import { ClosingForm, type Wished } from '../components/closing/closing-form.tsx'
import { ClosingPreview } from '../components/closing/closing-preview.tsx'
import { Refusal } from '../components/notice/refusal.tsx'
import { StaffPage } from '../components/staff/staff-page.tsx'
import { closingRefusals, closing as words } from '../messages/fr/closing.ts'
import { acts } from '../messages/fr/staff-acts.ts'
import type { Page, ViewProps } from '../page.ts'
import { settles } from '../settles.ts'
import { tabMemory } from '../tab-memory.ts'

type Closing = {
  readonly wished?: Wished
  readonly preview?: ClosurePreview
  readonly problem?: WebProblem
  readonly working?: string
}

/** First shows whom it touches; closes only what was shown so, once. */
const useClosing = (site: string) => {
  const [closing, setClosing] = useState<Closing>({})
  const check = async (wished: Wished) => {
    setClosing({ wished, working: words.checking })
    const answer = await closureApi.preview(site, wished)
    setClosing(answer.ok ? { wished, preview: answer.value } : { wished, problem: answer.problem })
  }
  const close = async (wished: Wished, preview: ClosurePreview) => {
    setClosing({ wished, preview, working: words.working })
    const request = JSON.stringify([site, wished])
    const answer = await closureApi.close(site, wished, tabMemory.bookingKey(request))
    if (answer.ok || settles(answer.problem)) tabMemory.forgetBookingKey()
    if (answer.ok)
      return location.replace(`/fermeture?${new URLSearchParams({ lieu: site, id: answer.value.id, fait: '1' })}`)
    setClosing({ wished, preview, problem: answer.problem })
  }
  const change = () => setClosing(({ wished }) => (wished ? { wished } : {}))
  return { ...closing, check, close, change }
}

const Closing = ({ site }: { site: SiteView }) => {
  const { wished, preview, problem, working, check, close, change } = useClosing(site.id)
  useAnnouncement(working)
  const again = wished && (() => (preview ? close(wished, preview) : check(wished)))
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {problem && (
        <Refusal
          refusals={closingRefusals}
          problem={problem}
          again={again}
          ways={{
            choose: [`/planning?lieu=${site.id}`, acts.back],
          }}
        />
      )}
      {wished && preview ? (
        <>
          <ClosingPreview site={site} wished={wished} preview={preview} />
          <div class="actions actions-row">
            <button
              class="button"
              type="button"
              aria-disabled={Boolean(working)}
              onClick={() => working || close(wished, preview)}
            >
              {words.close(preview.bookings.length)}
            </button>
            <button class="button quiet" type="button" onClick={change}>
              {words.change}
            </button>
          </div>
        </>
      ) : (
        <>
          <p class="lead">{words.lead}</p>
          <ClosingForm site={site} wished={wished} onWish={check} />
        </>
      )}
      <p role="status">{working}</p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Closing site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
