import type { NewClosure } from '../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useErrors } from '../kit/use-errors.ts'
import { closing as words } from './words/fr/closing.ts'

export type ClosureDraft = NewClosure

const HOUR = { type: 'time', step: 900, required: false } as const
const KINDS = ['unexpected', 'planned'] as const

type FormProps = {
  readonly site: SiteView
  readonly draft: ClosureDraft | undefined
  readonly working: boolean
  readonly onSubmit: (draft: ClosureDraft) => void
}

/** A closure without hours lasts whole days. */
const read = (form: FormData): ClosureDraft => {
  const [start, end] = [textIn(form, 'start'), textIn(form, 'end')]
  const spaces = form.getAll('spaces').map(String)
  return {
    kind: KINDS.find((kind) => kind === form.get('kind')) ?? 'unexpected',
    reason: textIn(form, 'reason'),
    from: textIn(form, 'from'),
    to: textIn(form, 'to') || textIn(form, 'from'),
    ...(start && { start }),
    ...(end && { end }),
    ...(spaces.length > 0 && { spaces }),
  }
}

const errorsIn = ({
  reason,
  from,
  to = from,
  start = '00:00',
  end = '24:00',
}: ClosureDraft): FieldErrors => ({
  ...(reason.length < 3 && { reason: words.reasonMissing }),
  ...(to < from && { to: words.datesWrong }),
  ...(from === to && end <= start && { end: words.hoursWrong }),
})

const Spaces = ({ site, chosen }: { site: SiteView; chosen: readonly string[] | undefined }) => (
  <fieldset class="radios radios-long">
    <legend>{words.spacesTitle}</legend>
    <p class="hint">{words.spacesHint}</p>
    {site.spaces.map(({ id, name }) => (
      <label key={id} class="radio">
        <input type="checkbox" name="spaces" value={id} defaultChecked={chosen?.includes(id) ?? false} />
        {name}
      </label>
    ))}
  </fieldset>
)

type PartProps = Pick<FormProps, 'site' | 'draft'> & { readonly errors: FieldErrors }

const Kinds = ({ draft }: Pick<FormProps, 'draft'>) => (
  <fieldset class="radios radios-long">
    <legend>{words.kindTitle}</legend>
    {KINDS.map((kind) => (
      <label key={kind} class="radio">
        <input
          type="radio"
          name="kind"
          value={kind}
          defaultChecked={kind === (draft?.kind ?? 'unexpected')}
        />
        {words.kinds[kind]}
      </label>
    ))}
  </fieldset>
)

const When = ({ site: { today }, draft, errors }: PartProps) => (
  <>
    <div class="pair">
      <DateField
        id="from"
        label={words.from}
        min={today}
        defaultValue={draft?.from ?? today}
        error={errors.from}
      />
      <DateField id="to" label={words.to} min={today} defaultValue={draft?.to ?? today} error={errors.to} />
    </div>
    <div class="pair">
      <DateField {...HOUR} id="start" label={words.start} defaultValue={draft?.start ?? ''} />
      <DateField {...HOUR} id="end" label={words.end} defaultValue={draft?.end ?? ''} error={errors.end} />
    </div>
  </>
)

/** The form of a closure, prefilled from its draft. */
export const ClosingForm = ({ site, draft, working, onSubmit }: FormProps) => {
  const { tried, check } = useErrors()
  const { errors } = tried
  const submit = (form: FormData) => {
    const asked = read(form)
    if (check(errorsIn(asked))) onSubmit(asked)
  }
  return (
    <Form class="stack narrow" onSend={submit}>
      <Messages tried={tried} />
      <Kinds draft={draft} />
      <TextField
        id="reason"
        label={words.reason}
        hint={words.reasonHint}
        autocomplete="off"
        maxLength={200}
        defaultValue={draft?.reason ?? ''}
        error={errors.reason}
        required
      />
      <When site={site} draft={draft} errors={errors} />
      {site.spaces.length > 1 && <Spaces site={site} chosen={draft?.spaces} />}
      <button class="button" type="submit" aria-disabled={working}>
        {words.check}
      </button>
    </Form>
  )
}
