import { Notice } from '../notice/notice.tsx'
import { common } from '../words/fr/common.ts'

export type FieldErrors = Readonly<Record<string, string>>

const goTo = (id: string) => (event: Event) => {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

/** The errors of a form, each with a link to its field. */
export const ErrorSummary = ({ errors }: { errors: FieldErrors }) => {
  const lines = Object.entries(errors)
  if (lines.length === 0) return null
  return (
    <Notice title={common.errorsTitle(lines.length)}>
      <ul class="plain">
        {lines.map(([id, words]) => (
          <li key={id}>
            <a class="tall" href={`#${id}`} onClick={goTo(id)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
