import { Field } from './field.tsx'

type SelectFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, words: string])[]
  /** Without it, the choice is read with the form. */
  readonly onChoose?: (value: string) => void
}

export const SelectField = ({ id, label, hint, error, value, options, onChoose }: SelectFieldProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(own) => (
      <select {...own} {...(onChoose && { value, onChange: (event) => onChoose(event.currentTarget.value) })}>
        {options.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)
