import { useState } from 'preact/hooks'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import { AccessFields, errorsOfAccess, readAccess } from './access-fields.tsx'
import type { SetUp } from './set-up.ts'
import { StepForm, type StepProps } from './step.tsx'
import { form } from './words/fr/lending-form.ts'

const { access: words } = form

const PRICES = ['free', 'half-day', 'day'] as const

/** `12,50` in cents; NaN when it is not an amount. */
const centsOf = (text: string): number =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 100) : Number.NaN

const euros = (cents: number): string => String(cents / 100).replace('.', ',')

const check = (setUp: SetUp, form: FormData): FieldErrors => ({
  ...errorsOfAccess(setUp, form),
  ...(setUp.price && setUp.price.per !== 'free' && !(setUp.price.cents > 0) && { amount: words.amountWrong }),
})

const readPrice = (per: string, amount: string): NonNullable<SetUp['price']> =>
  per === 'half-day' || per === 'day' ? { per, cents: centsOf(amount) } : { per: 'free' }

const answerOf = (approval: SetUp['approval']): string =>
  approval ? (approval.hours > 24 ? '72' : '24') : ''

/** The hours of the answer that is chosen; other hours than those of the list stay until another is. */
const readHours = (form: FormData, { approval }: SetUp, isNew: boolean): number | undefined =>
  !isNew || textIn(form, 'approval') === answerOf(approval)
    ? approval?.hours
    : Number(textIn(form, 'approval'))

const PriceFields = ({ price, errors }: Pick<SetUp, 'price'> & { errors: FieldErrors }) => {
  const [per, setPer] = useState<string>(price?.per ?? 'free')
  return (
    <>
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
    </>
  )
}

/** Access, price and, before the first lending, approval; the other rules have their own page. */
export const AccessStep = ({ setUp, isNew, ...step }: StepProps & { readonly isNew: boolean }) => {
  const read = (form: FormData): SetUp => {
    const { approval: _, ...rest } = setUp
    const hours = readHours(form, setUp, isNew)
    return {
      ...rest,
      access: readAccess(form, setUp.access),
      price: readPrice(textIn(form, 'price'), textIn(form, 'amount')),
      ...(hours && { approval: { hours } }),
    }
  }
  return (
    <StepForm {...step} setUp={setUp} title={words.title} read={read} check={check}>
      {(errors) => (
        <>
          <AccessFields access={setUp.access} errors={errors} />
          <PriceFields {...(setUp.price && { price: setUp.price })} errors={errors} />
          {isNew && (
            <SelectField
              id="approval"
              label={words.approval}
              value={answerOf(setUp.approval)}
              options={words.approvals}
            />
          )}
        </>
      )}
    </StepForm>
  )
}
