import { useState } from 'preact/hooks'
import { Choices } from '../kit/field/choices.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import { type HoursRow, hoursOfRows, isMixed, rowsOfHours } from './keeper-hours.ts'
import type { SetUp } from './set-up.ts'
import { WEEKDAY_OPTIONS } from './weekday-options.ts'
import { accessForm } from './words/fr/access-form.ts'

const { keeper: words } = accessForm

export type Keeper = Extract<SetUp['access'], { kind: 'key-holder' }>['keeper']

const MOST_ROWS = 7

const isTime = (time: string): boolean => /^\d\d:\d\d$/.test(time)

const readRows = (form: FormData): (HoursRow & { readonly at: number })[] =>
  Array.from({ length: MOST_ROWS }, (_, at) => ({
    at,
    weekdays: form.getAll(`keeper-days-${at}`).map(Number),
    start: textIn(form, `keeper-start-${at}`),
    end: textIn(form, `keeper-end-${at}`),
  })).filter(({ at }) => form.has(`keeper-start-${at}`))

export const readKeeper = (form: FormData): Keeper => {
  const phone = textIn(form, 'keeper-phone')
  return {
    name: textIn(form, 'keeper-name'),
    address: textIn(form, 'keeper-address'),
    ...(phone && { phone }),
    hours: hoursOfRows(readRows(form)),
  }
}

export const errorsOfKeeper = ({ name, address, hours }: Keeper, form: FormData): FieldErrors => ({
  ...(!name && { 'keeper-name': words.nameMissing }),
  ...(!address && { 'keeper-address': words.addressMissing }),
  ...(isMixed(hours) && { 'keeper-start-0': words.mixed }),
  ...Object.assign(
    {},
    ...readRows(form).map(({ at, weekdays, start, end }) => ({
      ...(weekdays.length === 0 && { [`keeper-days-${at}`]: words.daysMissing }),
      ...(!(isTime(start) && isTime(end) && start < end) && { [`keeper-start-${at}`]: words.timeWrong }),
    })),
  ),
})

type RowProps = { readonly row: HoursRow; readonly at: number; readonly errors: FieldErrors }

const CLOCK = { type: 'time', required: false } as const

const Row = ({ row, at, errors }: RowProps) => (
  <section class="form opening">
    <h3>{words.hours(at + 1)}</h3>
    <Choices
      id={`keeper-days-${at}`}
      legend={words.days}
      options={WEEKDAY_OPTIONS}
      chosen={row.weekdays.map(String)}
      many
      row
      error={errors[`keeper-days-${at}`]}
    />
    <div class="pair">
      <DateField
        {...CLOCK}
        id={`keeper-start-${at}`}
        label={words.start}
        defaultValue={row.start}
        error={errors[`keeper-start-${at}`]}
      />
      <DateField {...CLOCK} id={`keeper-end-${at}`} label={words.end} defaultValue={row.end} />
    </div>
  </section>
)

const FIRST: HoursRow = { weekdays: [1, 2, 3, 4, 5], start: '', end: '' }

type KeeperFieldsProps = { readonly keeper: Keeper; readonly errors: FieldErrors }

const Where = ({ keeper, errors }: KeeperFieldsProps) => (
  <>
    <TextField
      id="keeper-name"
      label={words.name}
      hint={words.nameHint}
      autocomplete="off"
      maxLength={80}
      defaultValue={keeper.name}
      error={errors['keeper-name']}
    />
    <TextField
      id="keeper-address"
      label={words.address}
      autocomplete="off"
      maxLength={120}
      defaultValue={keeper.address}
      error={errors['keeper-address']}
    />
    <TextField
      id="keeper-phone"
      label={words.phone}
      autocomplete="off"
      inputmode="tel"
      maxLength={40}
      defaultValue={keeper.phone ?? ''}
      error={errors['keeper-phone']}
    />
  </>
)

/** Where the key is, and when it can be fetched. */
export const KeeperFields = ({ keeper, errors }: KeeperFieldsProps) => {
  const known = rowsOfHours(keeper.hours)
  const [rows, setRows] = useState<readonly HoursRow[]>(known.length > 0 ? known : [FIRST])
  return (
    <>
      <Where keeper={keeper} errors={errors} />
      {rows.map((row, at) => (
        <Row key={at} row={row} at={at} errors={errors} />
      ))}
      {rows.length < MOST_ROWS && (
        <button class="link alone" type="button" onClick={() => setRows([...rows, FIRST])}>
          {words.add}
        </button>
      )}
      {rows.length > 1 && (
        <button class="link alone" type="button" onClick={() => setRows(rows.slice(0, -1))}>
          {words.remove}
        </button>
      )}
    </>
  )
}
