type ProseFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly maxLength: number
}

/** Some lines of text; its hint and its error are read with it. */
export const ProseField = ({ id, label, hint, error, maxLength }: ProseFieldProps) => (
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
    <textarea
      id={id}
      name={id}
      rows={3}
      maxLength={maxLength}
      aria-describedby={`${hint ? `${id}-hint` : ''} ${error ? `${id}-error` : ''}`.trim()}
      {...(error ? { 'aria-invalid': 'true' } : {})}
    />
  </div>
)
