import { useState } from 'preact/hooks'
import { form } from '../../messages/fr/lending-form.ts'
import type { SetUp } from '../../set-up.ts'
import { durationWords } from '../../time-words.ts'
import { Choices } from '../field/choices.tsx'
import type { FieldErrors } from '../field/error-summary.tsx'
import { SelectField } from '../field/select-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { StepForm, type StepProps } from './step.tsx'

const { access: words } = form

const KINDS = ['counter-staff', 'key-holder', 'door-code'] as const
const PRICES = ['', 'free', 'half-day', 'day'] as const
const DURATIONS = [15, 30, 60, 120, 180, 240, 300, 480, 600, 720, 1440]
const NOTICES = [0, 30, 60, 1440, 2880, 10_080]
const HORIZONS = [7, 14, 30, 60, 90, 180, 365]
const DAY_MINUTES = 1440

/** `12,50` in cents; NaN for what is no amount. */
export const centsOf = (text: string): number =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 100) : Number.NaN

const euros = (cents: number): string => String(cents / 100).replace('.', ',')

const choices = (values: readonly number[], own: number, wordsOf: (value: number) => string) =>
  [...new Set([...values, own])].sort((a, b) => a - b).map((each) => [String(each), wordsOf(each)] as const)

const check = ({ access, price, limits }: SetUp): FieldErrors => ({
  ...(access.kind === 'key-holder' && !access.note && { note: words.noteMissing }),
  ...(price && price.per !== 'free' && !(price.cents > 0) && { amount: words.amountWrong }),
  ...(limits.longestMinutes < limits.shortestMinutes && { longest: words.longestWrong }),
})

const readPrice = (per: string, amount: string): Pick<SetUp, 'price'> => {
  if (per === 'free') return { price: { per } }
  return per === 'half-day' || per === 'day' ? { price: { per, cents: centsOf(amount) } } : {}
}

type RulesProps = { readonly limits: SetUp['limits']; readonly error: string | undefined }

const Rules = ({ limits, error }: RulesProps) => (
  <details class="form rules" open={error !== undefined}>
    <summary class="tall">{words.rules}</summary>
    {error && <p class="error">{error}</p>}
    <div class="pair">
      <SelectField
        id="shortest"
        label={words.shortest}
        value={String(limits.shortestMinutes)}
        options={choices(DURATIONS, limits.shortestMinutes, durationWords)}
      />
      <SelectField
        id="longest"
        label={words.longest}
        value={String(limits.longestMinutes)}
        options={choices(DURATIONS, limits.longestMinutes, durationWords)}
      />
    </div>
    <SelectField
      id="notice"
      label={words.notice}
      value={String(limits.noticeMinutes)}
      options={choices(NOTICES, limits.noticeMinutes, (each) =>
        each === 0 ? words.noNotice : words.noticeBefore(durationWords(each)),
      )}
    />
    <SelectField
      id="horizon"
      label={words.horizon}
      value={String(limits.horizonDays)}
      options={choices(HORIZONS, limits.horizonDays, (each) => words.ahead(durationWords(each * DAY_MINUTES)))}
    />
  </details>
)

/** How one gets in, what it costs, who confirms, how long and how far ahead. */
export const AccessStep = ({ setUp, ...step }: StepProps) => {
  const { access, price, approval, limits } = setUp
  const [per, setPer] = useState<string>(price?.per ?? '')
  const answered = approval ? (approval.hours > 24 ? '72' : '24') : ''
  const read = (form: FormData): SetUp => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const { price: _, approval: __, ...rest } = setUp
    // Other hours than those of the list stay as they are until another answer is chosen.
    const hours = text('approval') === answered ? approval?.hours : Number(text('approval'))
    return {
      ...rest,
      access: {
        kind: KINDS.find((each) => each === text('access')) ?? 'counter-staff',
        ...(text('note') && { note: text('note') }),
        // It has a page of its own.
        ...(text('access') === 'door-code' && access.door && { door: access.door }),
      },
      ...readPrice(per, text('amount')),
      ...(hours && { approval: { hours } }),
      limits: {
        ...limits,
        shortestMinutes: Number(text('shortest')),
        longestMinutes: Number(text('longest')),
        noticeMinutes: Number(text('notice')),
        horizonDays: Number(text('horizon')),
      },
    }
  }
  return (
    <StepForm {...step} setUp={setUp} title={words.title} read={read} check={check}>
      {(errors) => (
        <>
          <Choices
            id="access"
            legend={words.legend}
            options={KINDS.map((each) => [each, words.kinds[each]] as const)}
            chosen={[access.kind]}
          />
          <TextField
            id="note"
            label={words.note}
            hint={words.noteHint}
            autocomplete="off"
            maxLength={200}
            defaultValue={access.note ?? ''}
            error={errors.note}
          />
          <SelectField
            id="price"
            label={words.price}
            value={per}
            options={PRICES.map((each) => [each, words.prices[each]] as const)}
            onChoose={setPer}
          />
          {(per === 'half-day' || per === 'day') && (
            <TextField
              id="amount"
              label={words.amount}
              hint={words.amountHint}
              autocomplete="off"
              maxLength={7}
              defaultValue={price && price.per !== 'free' && price.cents > 0 ? euros(price.cents) : ''}
              error={errors.amount}
            />
          )}
          <SelectField id="approval" label={words.approval} value={answered} options={words.approvals} />
          <Rules limits={limits} error={errors.longest} />
        </>
      )}
    </StepForm>
  )
}
