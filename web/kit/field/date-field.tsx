import { TextField } from './text-field.tsx'

type DateFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'date' | 'time'
  readonly step?: number
  readonly required?: false
  readonly min?: string
  readonly max?: string
  readonly defaultValue?: string
  readonly error?: string | undefined
  readonly onChoose?: (date: string) => void
}

/** A day, or an hour, typed or chosen. */
export const DateField = ({ onChoose, ...input }: DateFieldProps) => (
  <TextField
    type="date"
    required
    {...input}
    {...(onChoose && { onChange: (event) => onChoose(event.currentTarget.value) })}
  />
)
