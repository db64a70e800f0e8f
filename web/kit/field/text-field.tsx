import { Field } from './field.tsx'

type Happened = { readonly currentTarget: HTMLInputElement }

type TextFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly type?: 'date' | 'time'
  readonly autocomplete?: 'off' | 'name' | 'email' | 'one-time-code' | 'postal-code'
  readonly maxLength?: number
  /** Several lines of text. */
  readonly rows?: number
  readonly step?: number
  readonly min?: string
  readonly max?: string
  readonly class?: string
  readonly defaultValue?: string
  readonly inputmode?: 'numeric' | 'email' | 'tel' | 'search'
  readonly autocapitalize?: 'none' | 'words' | 'characters'
  readonly enterkeyhint?: 'search'
  readonly required?: boolean
  /** To be copied. */
  readonly readOnly?: true
  readonly autofocus?: true
  readonly onInput?: (event: Happened) => void
  readonly onBlur?: (event: Happened) => void
  readonly onChange?: (event: Happened) => void
}

/** A line or some lines to write, a day, an hour. The native bubble gives way to our own words. */
export const TextField = ({ id, label, hint, error, rows, ...input }: TextFieldProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(named) => {
      const own: object = { ...named, ...input }
      return rows ? <textarea rows={rows} {...own} /> : <input type="text" {...own} />
    }}
  </Field>
)
