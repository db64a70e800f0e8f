import type { CounterHours } from './counter-hours.ts'
import type { SiteId } from './ids.ts'
import type { TimeZone } from './instant.ts'

export const SITE_KINDS = [
  'post-office',
  'municipal-agency',
  'intermunicipal-agency',
  'partner-shop',
  'other',
] as const
export type SiteKind = (typeof SITE_KINDS)[number]

/** `counter` is absent when its hours are unknown; `insee` is the commune's code. */
export type Site = {
  readonly id: SiteId
  readonly name: string
  readonly kind: SiteKind
  readonly parent?: SiteId
  readonly address: string
  readonly postcode: string
  readonly commune: string
  readonly insee: string
  readonly departement: string
  readonly timeZone: TimeZone
  readonly phone?: string
  readonly position?: { readonly lat: number; readonly lon: number }
  readonly counter?: CounterHours
}
