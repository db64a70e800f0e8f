import type { ClosureRefusal } from '../../shared/domain/closure.ts'
import type { LendingRefusal } from '../../shared/domain/lending.ts'
import type { ConsentRefusal } from '../../shared/domain/owner-consent.ts'
import type { Touched } from './preview-lending.ts'

/** Why what is asked makes no space. */
export type MadeRefusal =
  | { readonly kind: 'past' | 'not-found' }
  | Extract<ClosureRefusal, { readonly kind: 'notice-too-short' }>

export type ChangeRefusal =
  | LendingRefusal
  | ConsentRefusal
  | MadeRefusal
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'touches-bookings'; readonly found: Touched }
