import { useState } from 'preact/hooks'
import { Choices } from '../kit/field/choices.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { idleFrom, type Opening, type SetUp } from './set-up.ts'
import { StepForm, type StepProps } from './step.tsx'
import { WEEKDAY_OPTIONS } from './weekday-options.ts'
import { form } from './words/fr/lending-form.ts'

const { when: words } = form

const BASES = ['idle', 'counter', 'fixed'] as const
const PUBLICS = { '': undefined, member: ['member', 'subscriber'], subscriber: ['subscriber'] } as const
type PublicName = keyof typeof PUBLICS

const publicOf = ({ publics }: Opening): PublicName =>
  !publics || publics.includes('everyone') ? '' : publics.includes('member') ? 'member' : 'subscriber'

type Kept = { readonly key: number; readonly opening: Opening }

const readOpening = (form: FormData, { key: at, opening }: Kept): Opening => {
  const text = (name: string) => String(form.get(`${name}-${at}`) ?? '')
  const chosen = text('publics') as PublicName
  const publics = chosen === publicOf(opening) ? opening.publics : PUBLICS[chosen]
  return {
    basis: BASES.find((each) => each === text('basis')) ?? 'idle',
    start: text('start'),
    end: text('end'),
    weekdays: form.getAll(`days-${at}`).map(Number),
    from: text('from'),
    ...(text('until') && { until: text('until') }),
    onHolidays: form.has(`holidays-${at}`),
    ...(publics && { publics: [...publics] }),
  }
}

const isTime = (time: string): boolean => /^\d\d:(00|15|30|45)$/.test(time)

const check = ({ openings }: SetUp, keys: readonly number[]): FieldErrors =>
  Object.assign(
    {},
    ...openings.map(({ start, end, weekdays, from, until }, index) => {
      const at = keys[index]
      return {
        ...(!(isTime(start) && isTime(end) && start < end) && { [`start-${at}`]: words.timeWrong }),
        ...(weekdays.length === 0 && { [`days-${at}`]: words.daysMissing }),
        ...(!from && { [`from-${at}`]: words.fromMissing }),
        ...(from && until && until < from && { [`until-${at}`]: words.untilWrong }),
      }
    }),
  )

type PartProps = { readonly opening: Opening; readonly at: number; readonly errors: FieldErrors }

const QUARTERS = { type: 'time', step: 900, required: false } as const

const Hours = ({ opening, at, errors }: PartProps) => (
  <>
    <Choices
      id={`basis-${at}`}
      legend={words.basis}
      options={BASES.map((each) => [each, words.bases[each]] as const)}
      chosen={[opening.basis]}
    />
    <div class="pair">
      <DateField
        {...QUARTERS}
        id={`start-${at}`}
        label={words.start}
        defaultValue={opening.start}
        error={errors[`start-${at}`]}
      />
      <DateField {...QUARTERS} id={`end-${at}`} label={words.end} defaultValue={opening.end} />
    </div>
    <Choices
      id={`days-${at}`}
      legend={words.days}
      options={WEEKDAY_OPTIONS}
      chosen={opening.weekdays.map(String)}
      many
      row
      error={errors[`days-${at}`]}
    />
  </>
)

const Dates = ({ opening, at, errors }: PartProps) => (
  <>
    <DateField
      id={`from-${at}`}
      label={words.from}
      required={false}
      defaultValue={opening.from}
      error={errors[`from-${at}`]}
    />
    <DateField
      id={`until-${at}`}
      label={words.until}
      required={false}
      defaultValue={opening.until ?? ''}
      error={errors[`until-${at}`]}
    />
    <SelectField
      id={`publics-${at}`}
      label={words.publics}
      value={publicOf(opening)}
      options={Object.entries(words.publicNames)}
    />
    <label class="radio">
      <input type="checkbox" name={`holidays-${at}`} defaultChecked={opening.onHolidays} />
      {words.holidays}
    </label>
  </>
)

const useKept = ({ openings }: SetUp, today: string) => {
  const [kept, setKept] = useState<readonly Kept[]>(
    (openings.length > 0 ? openings : [idleFrom(today)]).map((opening, key) => ({ key, opening })),
  )
  const keys = kept.map(({ key }) => key)
  const add = () =>
    setKept([...kept, { key: Math.max(...keys) + 1, opening: { ...idleFrom(today), basis: 'fixed' } }])
  const remove = (key: number) => setKept(kept.filter((each) => each.key !== key))
  return { kept, keys, add, remove }
}

type OneProps = PartProps & { readonly title: string; readonly onRemove: (() => void) | undefined }

const One = ({ title, onRemove, ...part }: OneProps) => (
  <section class="form opening" aria-label={title}>
    {onRemove && <h3>{title}</h3>}
    <Hours {...part} />
    <Dates {...part} />
    {onRemove && (
      <button class="link alone" type="button" onClick={onRemove}>
        {words.remove}
      </button>
    )}
  </section>
)

/** The hours of a space: one kind for most, more where it is lent differently to others. */
export const WhenStep = ({ setUp, today, ...step }: StepProps & { readonly today: string }) => {
  const { kept, keys, add, remove } = useKept(setUp, today)
  const read = (data: FormData): SetUp => ({
    ...setUp,
    openings: kept.map((each) => readOpening(data, each)),
  })
  return (
    <StepForm {...step} setUp={setUp} title={words.title} read={read} check={(next) => check(next, keys)}>
      {(errors) => (
        <>
          {kept.map(({ key, opening }, index) => (
            <One
              key={key}
              title={words.one(index + 1)}
              opening={opening}
              at={key}
              errors={errors}
              onRemove={kept.length > 1 ? () => remove(key) : undefined}
            />
          ))}
          <button class="link alone" type="button" onClick={add}>
            {words.add}
          </button>
        </>
      )}
    </StepForm>
  )
}
