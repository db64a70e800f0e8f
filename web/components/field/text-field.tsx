type TextFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly autocomplete: 'off' | 'name' | 'email' | 'one-time-code' | 'postal-code'
  readonly maxLength: number
  readonly class?: string
  readonly defaultValue?: string
  readonly inputmode?: 'numeric' | 'email' | 'tel' | 'search'
  readonly autocapitalize?: 'none' | 'words'
  readonly enterkeyhint?: 'search'
  readonly required?: boolean
  readonly onInput?: (event: { readonly currentTarget: HTMLInputElement }) => void
  readonly onBlur?: (event: { readonly currentTarget: HTMLInputElement }) => void
}

/** A labelled field; its hint and its error are read with it. The native bubble gives way to our own words. */
export const TextField = ({ id, label, hint, error, ...input }: TextFieldProps) => {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
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
      <input
        type="text"
        id={id}
        name={id}
        {...input}
        {...(described ? { 'aria-describedby': described } : {})}
        {...(error ? { 'aria-invalid': 'true' } : {})}
      />
    </div>
  )
}
