import { useState } from 'preact/hooks'
import type { ClosurePreview, ClosureReportView } from '../../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { goInstead } from '../../kit/go.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import type { Sending } from '../../kit/use-send.ts'
import { useSend } from '../../kit/use-send.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { staff } from '../../staff/words/fr/staff.ts'
import { ClosingForm, type ClosureDraft } from '../closing-form.tsx'
import { ClosingPreview } from '../closing-preview.tsx'
import { closureApi } from '../closure-client.ts'
import { closingRefusals, closing as words } from '../words/fr/closing.ts'

type RefusedProps = { readonly site: string; readonly sending: Pick<Sending, 'problem' | 'again'> }

const Refused = ({ site, sending: { problem, again } }: RefusedProps) =>
  problem ? (
    <Refusal
      refusals={closingRefusals}
      problem={problem}
      again={again}
      remedies={{ choose: [`/planning?lieu=${site}`, staff.back] }}
    />
  ) : null

type PreviewedProps = {
  readonly site: SiteView
  readonly draft: ClosureDraft
  readonly preview: ClosurePreview
  readonly onChange: () => void
}

/** Closes exactly what the preview shows, once. */
const Previewed = ({ site, draft, preview, onChange }: PreviewedProps) => {
  const show = ({ id }: ClosureReportView) =>
    goInstead(`/fermeture?${new URLSearchParams({ lieu: site.id, id, fait: '1' })}`)
  const { working, send, ...sending } = useSend(show, { leaves: true })
  const said = working ? words.working : undefined
  useAnnouncement(said)
  const close = () =>
    send(() => sendOnce(JSON.stringify([site.id, draft]), (key) => closureApi.close(site.id, draft, key)))
  return (
    <>
      <Refused site={site.id} sending={sending} />
      <ClosingPreview site={site} draft={draft} preview={preview} />
      <div class="actions actions-row">
        <button class="button" type="button" aria-disabled={working} onClick={close}>
          {words.close(preview.bookings.length)}
        </button>
        <button class="button quiet" type="button" onClick={onChange}>
          {words.change}
        </button>
      </div>
      <p role="status">{said}</p>
    </>
  )
}

/** First shows whom a closure touches. */
const Closing = ({ site }: { site: SiteView }) => {
  const [draft, setDraft] = useState<ClosureDraft>()
  const [preview, setPreview] = useState<ClosurePreview>()
  const { working, send, ...sending } = useSend(setPreview)
  const said = working ? words.checking : undefined
  useAnnouncement(said)
  const check = (next: ClosureDraft) => {
    // What is shown and what is closed stay the same draft.
    if (working) return
    setDraft(next)
    send(() => closureApi.preview(site.id, next))
  }
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {draft && preview ? (
        <Previewed site={site} draft={draft} preview={preview} onChange={() => setPreview(undefined)} />
      ) : (
        <>
          <Refused site={site.id} sending={sending} />
          <p class="lead">{words.lead}</p>
          <ClosingForm site={site} draft={draft} working={working} onSubmit={check} />
          <p role="status">{said}</p>
        </>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Closing site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
