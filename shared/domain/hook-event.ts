import type { Booking } from './booking.ts'
import type { Closure } from './closure.ts'
import type { HookTopic } from './hook.ts'
import type { HolderId, SiteId } from './ids.ts'
import { isPresence } from './mediators.ts'
import type { CallNews } from './news.ts'
import { formatQuarter } from './quarter.ts'
import { seatIn, type Workshop } from './workshop.ts'

export const HOOK_EVENT_TYPES = [
  'booking.made',
  'booking.moved',
  'booking.approved',
  'booking.accepted',
  'booking.cancelled',
  'booking.attended',
  'booking.no-show',
  'booking.changed',
  'workshop.planned',
  'workshop.changed',
  'workshop.cancelled',
  'closure.announced',
  'closure.changed',
  'closure.lifted',
  'call.opened',
  'call.made',
] as const
export type HookEventType = (typeof HOOK_EVENT_TYPES)[number]

/** What happened, without a person. The same `id` tells the same. `sites`: where it is, and where it was. */
export type HookEvent = {
  readonly id: string
  readonly type: HookEventType
  readonly sites: readonly SiteId[]
  readonly association?: HolderId | undefined
  readonly data: Readonly<Record<string, unknown>>
}

export const topicOf = (type: HookEventType): HookTopic => type.split('.')[0] as HookTopic

const MOVING = ['site', 'space', 'date', 'start', 'end'] as const

const bookingTypeOf = (from: Booking | undefined, to: Booking): HookEventType => {
  if (!from) return 'booking.made'
  if (from.status !== to.status) {
    if (to.status === 'cancelled') return 'booking.cancelled'
    if (to.status === 'attended') return 'booking.attended'
    if (to.status === 'no-show') return 'booking.no-show'
    return from.status === 'offered' ? 'booking.accepted' : 'booking.approved'
  }
  return MOVING.some((part) => from[part] !== to[part]) ? 'booking.moved' : 'booking.changed'
}

const placeOf = ({ date, start, end }: Pick<Booking, 'date' | 'start' | 'end'>) => ({
  date,
  start: formatQuarter(start),
  end: formatQuarter(end),
})

const sitesOf = (from: { readonly site: SiteId } | undefined, to: { readonly site: SiteId }): SiteId[] => [
  ...new Set([to.site, ...(from ? [from.site] : [])]),
]

/** Undefined when nothing of it changed, or when it is only the time of somebody who leads a workshop. */
export const bookingEventOf = (from: Booking | undefined, to: Booking): HookEvent | undefined => {
  if (from?.revision === to.revision || isPresence(to)) return undefined
  const { id, site, revision, status, cause, use, places, series, workshop } = to
  return {
    id: `booking.${id}.${revision}`,
    type: bookingTypeOf(from, to),
    sites: sitesOf(from, to),
    association: to.bookedBy && to.holder,
    data: {
      ...{ id, revision, status, cause, site },
      ...(seatIn(to) === undefined && { space: to.space }),
      ...placeOf(to),
      ...{ use, places, series, workshop },
    },
  }
}

const workshopTypeOf = (from: Workshop | undefined, { status }: Workshop): HookEventType => {
  if (!from) return 'workshop.planned'
  return status === 'cancelled' ? 'workshop.cancelled' : 'workshop.changed'
}

export const workshopEventOf = (from: Workshop | undefined, to: Workshop): HookEvent | undefined => {
  if (from && from.revision === to.revision && from.status === to.status) return undefined
  const { id, site, space, status, title, level, theme, languages, seats, cycle } = to
  // Cancelling counts as the last revision.
  const revision = to.revision + Number(status === 'cancelled')
  return {
    id: `workshop.${id}.${revision}`,
    type: workshopTypeOf(from, to),
    sites: sitesOf(from, to),
    data: {
      ...{ id, revision, status, site, space, ...placeOf(to) },
      ...{ title, level, theme, languages, seats, cycle },
    },
  }
}

const isLifted = ({ state }: Closure): boolean => state === 'reopening' || state === 'reopened'

const closureTypeOf = (from: Closure | undefined, to: Closure): HookEventType | undefined => {
  if (!from) return 'closure.announced'
  if (isLifted(from) !== isLifted(to)) return isLifted(to) ? 'closure.lifted' : 'closure.announced'
  return from.begun === to.begun ? undefined : 'closure.changed'
}

export const closureEventOf = (from: Closure | undefined, to: Closure): HookEvent | undefined => {
  const type = closureTypeOf(from, to)
  const { id, site, spaces, kind, reason, begun = 0 } = to
  const revision = 2 * begun + Number(isLifted(to))
  return (
    type && {
      id: `closure.${id}.${revision}`,
      type,
      sites: [site],
      data: {
        ...{ id, revision, site, spaces, kind, reason },
        ...{ from: to.from, to: to.to, start: formatQuarter(to.start), end: formatQuarter(to.end) },
      },
    }
  )
}

/** A call that somebody waits for; `id` says nothing of whom. */
export type AnnouncedCall = {
  readonly id: string
  readonly site: SiteId
  readonly date: string
  readonly news: CallNews
  readonly version: number
}

export const callEventOf = (type: 'call.opened' | 'call.made', call: AnnouncedCall): HookEvent => {
  const { id, site, date, news, version } = call
  const revision = 2 * version + Number(type === 'call.made')
  return {
    id: `call.${id}.${revision}`,
    type,
    sites: [site],
    data: { id, revision, site, date, news },
  }
}
