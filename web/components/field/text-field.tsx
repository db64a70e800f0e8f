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
  readonly autocapitalize?: 'none' | 'words'
  readonly enterkeyhint?: 'search'
  readonly required?: boolean
  readonly onInput?: (event: Happened) => void
  readonly onBlur?: (event: Happened) => void
  readonly onChange?: (event: Happened) => void
}

/** A labelled field; its hint and its error are read with it. The native bubble gives way to our own words. */
export const TextField = ({ id, label, hint, error, rows, ...input }: TextFieldProps) => {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const own: object = {
    id,
    name: id,
    ...input,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true' }),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {rows ? <textarea rows={rows} {...own} /> : <input type="text" {...own} />}
    </div>
  )
}
