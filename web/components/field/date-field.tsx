type DateFieldProps = {
  readonly id: string
  readonly label: string
  readonly type?: 'date' | 'time'
  readonly step?: number
  readonly min?: string
  readonly max?: string
  readonly defaultValue?: string
  readonly error: string | undefined
  readonly onChoose?: (date: string) => void
}

/** A day, or an hour, typed or chosen. */
export const DateField = ({ id, label, error, onChoose, ...input }: DateFieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
    <input
      type="date"
      id={id}
      name={id}
      required
      {...input}
      {...(onChoose && { onChange: (event) => onChoose(event.currentTarget.value) })}
      {...(error ? { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` } : {})}
    />
  </div>
)
