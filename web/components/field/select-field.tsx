type SelectFieldProps = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, words: string])[]
  /** Without it, what is chosen is read with the form. */
  readonly onChoose?: (value: string) => void
}

export const SelectField = ({ id, label, value, options, onChoose }: SelectFieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select id={id} name={id} {...(onChoose && { value, onChange: (event) => onChoose(event.currentTarget.value) })}>
      {options.map(([each, words]) => (
        <option key={each} value={each} selected={each === value}>
          {words}
        </option>
      ))}
    </select>
  </div>
)
