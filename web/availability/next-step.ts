import type { ComponentChildren } from 'preact'
import type { Choice } from './choice.ts'

/** What a page does with a chosen time. */
export type NextStep = {
  readonly words: { readonly submit: string; readonly submitOther: string }
  readonly go: (choice: Choice) => void
  /** Each time is a link there, instead of a choice to be sent. */
  readonly addressOf?: (choice: Choice) => string
  /** Stands beside the times, for a day without any. */
  readonly otherwise?: (wanted: Pick<Choice, 'site' | 'date' | 'use'>) => ComponentChildren
  /** The booking that moves, and its current time. */
  readonly moving?: string
  readonly from?: Choice
  /** Replaces the words about the new time while the booking moves. */
  readonly working?: string | undefined
}
