import type { ComponentChildren } from 'preact'
import type { Choice } from '../../choice.ts'

/** What follows once a time is chosen. */
export type Going = {
  readonly words: { readonly submit: string; readonly submitOther: string }
  readonly go: (choice: Choice) => void
  /** Offered beside the times: what is looked for, and a day without any. */
  readonly otherwise?: (wanted: Pick<Choice, 'site' | 'date' | 'use'>) => ComponentChildren
  /** The booking that moves, and where it is, if one does. */
  readonly moving?: string
  readonly from?: Choice
  /** Said in place of where it goes, while it goes there. */
  readonly working?: string | undefined
}
