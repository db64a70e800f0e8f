import { useState } from 'preact/hooks'
import type { ClosurePreview } from '../../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { staff } from '../../staff/words/fr/staff.ts'
import { ClosingForm, type ClosureDraft } from '../closing-form.tsx'
import { ClosingPreview } from '../closing-preview.tsx'
import { closureApi } from '../closure-client.ts'
import { closingRefusals, closing as words } from '../words/fr/closing.ts'

type Closing = {
  readonly draft?: ClosureDraft
  readonly preview?: ClosurePreview
  readonly problem?: WebProblem
  readonly working?: string
}

/** First shows whom a closure touches, then closes exactly that, once. */
const useClosing = (site: string) => {
  const [closing, setClosing] = useState<Closing>({})
  const check = async (draft: ClosureDraft) => {
    setClosing({ draft, working: words.checking })
    const answer = await closureApi.preview(site, draft)
    setClosing(answer.ok ? { draft, preview: answer.value } : { draft, problem: answer.problem })
  }
  const close = async (draft: ClosureDraft, preview: ClosurePreview) => {
    setClosing({ draft, preview, working: words.working })
    const request = JSON.stringify([site, draft])
    const answer = await sendOnce(request, (key) => closureApi.close(site, draft, key))
    if (answer.ok)
      return location.replace(
        `/fermeture?${new URLSearchParams({ lieu: site, id: answer.value.id, fait: '1' })}`,
      )
    setClosing({ draft, preview, problem: answer.problem })
  }
  const change = () => setClosing(({ draft }) => (draft ? { draft } : {}))
  return { ...closing, check, close, change }
}

const Closing = ({ site }: { site: SiteView }) => {
  const { draft, preview, problem, working, check, close, change } = useClosing(site.id)
  useAnnouncement(working)
  const again = draft && (() => (preview ? close(draft, preview) : check(draft)))
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {problem && (
        <Refusal
          refusals={closingRefusals}
          problem={problem}
          again={again}
          remedies={{
            choose: [`/planning?lieu=${site.id}`, staff.back],
          }}
        />
      )}
      {draft && preview ? (
        <>
          <ClosingPreview site={site} draft={draft} preview={preview} />
          <div class="actions actions-row">
            <button
              class="button"
              type="button"
              aria-disabled={Boolean(working)}
              onClick={() => working || close(draft, preview)}
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
          <ClosingForm site={site} draft={draft} onSubmit={check} />
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
