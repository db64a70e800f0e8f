type ChoicesProps = {
  readonly id: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly chosen: readonly string[]
  /** Several may be chosen. */
  readonly many?: true
  readonly row?: true
  readonly error?: string | undefined
  readonly onChoose?: (value: string) => void
}

/** Some boxes under one question; the first carries its name, so that an error leads to it. */
export const Choices = ({ id, legend, options, chosen, many, row, error, onChoose }: ChoicesProps) => (
  <fieldset
    class={row ? 'radios radios-row' : 'radios'}
    {...(error && { 'aria-describedby': `${id}-error` })}
  >
    <legend>{legend}</legend>
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
    {options.map(([value, words], at) => (
      <label key={value} class="radio">
        <input
          type={many ? 'checkbox' : 'radio'}
          id={at === 0 ? id : undefined}
          name={id}
          value={value}
          defaultChecked={chosen.includes(value)}
          {...(onChoose && { onChange: () => onChoose(value) })}
        />
        <span class="radio-words">{words}</span>
      </label>
    ))}
  </fieldset>
)
