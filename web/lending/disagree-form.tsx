import { useState } from 'preact/hooks'
import type { SpaceConsentView } from '../../shared/contracts/premises-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { useTouched } from './touched-choice.tsx'
import { consentRefusals, ownerConsent as words } from './words/fr/owner-consent.ts'

type FormProps = {
  readonly site: SiteView
  readonly space: SpaceConsentView
  readonly onSaid: () => void
  readonly onKept: () => void
}

/** The owner no longer agrees from a date on, once they have read how many bookings that touches. */
export const DisagreeForm = ({ site, space, onSaid, onKept }: FormProps) => {
  const ids = { from: `premier-jour-${space.id}`, reason: `pourquoi-${space.id}` }
  const [touched, onRefused] = useTouched()
  const [shown, setShown] = useState<string>()
  const { tried, refuse, send } = useForm(onRefused)
  const disagree = (form: FormData) => {
    const [from, reason] = [textIn(form, ids.from), textIn(form, ids.reason)]
    if (!(from > site.today)) return refuse({ [ids.from]: words.fromWrong })
    if (!reason) return refuse({ [ids.reason]: words.reasonMissing })
    const seen = touched && shown === from ? { seen: touched.mark } : {}
    setShown(from)
    const body = { agreed: false, revision: space.revision, from, reason, ...seen } as const
    send(() => lendingApi.agree(site.id, space.id, body), onSaid)
  }
  return (
    <Form onSend={disagree}>
      <Messages tried={tried} refusals={consentRefusals} />
      <DateField id={ids.from} label={words.from} min={site.today} error={tried.errors[ids.from]} />
      <TextField
        id={ids.reason}
        label={words.reason}
        hint={words.reasonHint}
        autocomplete="off"
        maxLength={200}
        error={tried.errors[ids.reason]}
      />
      {touched && <p class="notice notice-wax">{words.touches(touched.count)}</p>}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.disagree(space)}
        </button>
        <button class="button quiet" type="button" onClick={onKept}>
          {words.never}
        </button>
      </div>
    </Form>
  )
}
