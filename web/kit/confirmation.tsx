import { useState } from 'preact/hooks'

type ConfirmationProps = {
  readonly label: string
  /** Read out after the label, for people who hear the page. */
  readonly about?: string
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly working: boolean
  readonly onConfirm: () => void
}

/** A button for what cannot be undone: it asks before it does it. */
export const Confirmation = ({
  label,
  about = '',
  question,
  yes,
  no,
  working,
  onConfirm,
}: ConfirmationProps) => {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <button class="link" type="button" onClick={() => setAsked(true)}>
        {label}
        <span class="for-readers">{about}</span>
      </button>
    )
  return (
    <div class="stack">
      <p role="alert">{question}</p>
      <div class="actions actions-row">
        <button class="button" type="button" aria-disabled={working} onClick={() => !working && onConfirm()}>
          {yes}
        </button>
        <button class="button quiet" type="button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  )
}
