import { useState } from 'preact/hooks'
import type { PremisesOfSiteView, SpaceConsentView } from '../../shared/contracts/premises-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useSend } from '../kit/use-send.ts'
import { DisagreeForm } from './disagree-form.tsx'
import { lendingApi } from './lending-client.ts'
import { consentRefusals, ownerConsent as words } from './words/fr/owner-consent.ts'

type SpaceProps = { readonly site: SiteView; readonly space: SpaceConsentView }
type ActProps = SpaceProps & { readonly onDone: (said: string) => void }

/** What the owner of the premises may say of one space. */
const Acts = ({ site, space, onDone }: ActProps) => {
  const [isEnding, setEnding] = useState(false)
  const { problem, working, send } = useSend(({ name }: SpaceConsentView) => onDone(words.agreed(name)))
  const agree = () =>
    send(() => lendingApi.agree(site.id, space.id, { agreed: true, revision: space.revision }))
  const mayAgree = !space.agreedOn || space.until !== undefined
  if (isEnding)
    return (
      <DisagreeForm
        site={site}
        space={space}
        onSaid={() => onDone(words.disagreed(space.name))}
        onKept={() => setEnding(false)}
      />
    )
  return (
    <>
      {problem && <Refusal refusals={consentRefusals} problem={problem} />}
      <div class="actions actions-row">
        {mayAgree && (
          <button class="button" type="button" aria-disabled={working} onClick={agree}>
            {words.agree}
            <span class="for-readers">{words.of(space.name)}</span>
          </button>
        )}
        {space.until === undefined && (
          <button class="button quiet" type="button" onClick={() => setEnding(true)}>
            {words.disagree(space)}
            <span class="for-readers">{words.of(space.name)}</span>
          </button>
        )}
      </div>
    </>
  )
}

const SpaceLine = ({ mayAgree, ...props }: ActProps & { readonly mayAgree: boolean }) => (
  <li class="space-card">
    <h3 class="long-word">{props.space.name}</h3>
    <p>{words.said(props.space, props.site.today)}</p>
    {mayAgree && <Acts {...props} />}
  </li>
)

type ConsentProps = Pick<ActProps, 'site' | 'onDone'> & { readonly from: PremisesOfSiteView }

/** Whether the owner of the premises agrees to what is lent, where somebody else runs the place. */
export const OwnerConsent = ({ from: { asksOwner, mayAgree, spaces }, ...props }: ConsentProps) =>
  asksOwner ? (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{spaces.length > 0 ? words.lead : words.noSpace}</p>
      <ul class="space-cards plain">
        {spaces.map((space) => (
          <SpaceLine key={space.id} space={space} mayAgree={mayAgree} {...props} />
        ))}
      </ul>
    </section>
  ) : null
