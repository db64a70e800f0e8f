import { useState } from 'preact/hooks'
import type { NewClosure } from '../../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { closing as words } from '../../messages/fr/closing.ts'
import { DateField } from '../field/date-field.tsx'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'

export type Wished = NewClosure

const HOUR = { type: 'time', step: 900, required: false } as const
const KINDS = ['unexpected', 'planned'] as const

type FormProps = {
  readonly site: SiteView
  readonly wished: Wished | undefined
  readonly onWish: (wished: Wished) => void
}

/** Absent hours are those of whole days. */
const read = (form: HTMLFormElement): Wished => {
  const all = new FormData(form)
  const text = (name: string) => String(all.get(name) ?? '').trim()
  const spaces = all.getAll('spaces').map(String)
  return {
    kind: KINDS.find((kind) => kind === text('kind')) ?? 'unexpected',
    reason: text('reason'),
    from: text('from'),
    to: text('to') || text('from'),
    ...(text('start') && { start: text('start') }),
    ...(text('end') && { end: text('end') }),
    ...(spaces.length > 0 && { spaces }),
  }
}

const errorsIn = ({ reason, from, to = from, start = '00:00', end = '24:00' }: Wished): FieldErrors => ({
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

/** What is closed, when and why; what was written before is still there. */
export const ClosingForm = ({ site, wished, onWish }: FormProps) => {
  const [errors, setErrors] = useState<FieldErrors>({})
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const asked = read(event.currentTarget as HTMLFormElement)
    const found = errorsIn(asked)
    setErrors(found)
    if (Object.keys(found).length === 0) onWish(asked)
  }
  const { today } = site
  return (
    <form class="stack narrow" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <fieldset class="radios radios-long">
        <legend>{words.kindTitle}</legend>
        {KINDS.map((kind) => (
          <label key={kind} class="radio">
            <input type="radio" name="kind" value={kind} defaultChecked={kind === (wished?.kind ?? 'unexpected')} />
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <TextField
        id="reason"
        label={words.reason}
        hint={words.reasonHint}
        autocomplete="off"
        maxLength={200}
        defaultValue={wished?.reason ?? ''}
        error={errors.reason}
        required
      />
      <div class="pair">
        <DateField id="from" label={words.from} min={today} defaultValue={wished?.from ?? today} error={errors.from} />
        <DateField id="to" label={words.to} min={today} defaultValue={wished?.to ?? today} error={errors.to} />
      </div>
      <div class="pair">
        <DateField {...HOUR} id="start" label={words.start} defaultValue={wished?.start ?? ''} error={undefined} />
        <DateField {...HOUR} id="end" label={words.end} defaultValue={wished?.end ?? ''} error={errors.end} />
      </div>
      {site.spaces.length > 1 && <Spaces site={site} chosen={wished?.spaces} />}
      <button class="button" type="submit">
        {words.check}
      </button>
    </form>
  )
}
