import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { newDelivery } from '../../functions/use-cases/hook-message.ts'
import {
  BookingEvent,
  CallEvent,
  ClosureEvent,
  WorkshopEvent,
} from '../../shared/contracts/hook-event-views.ts'
import { openApi } from '../../shared/contracts/openapi.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import {
  bookingEventOf,
  callEventOf,
  closureEventOf,
  HOOK_EVENT_TYPES,
  type HookEvent,
  workshopEventOf,
} from '../../shared/domain/hook-event.ts'
import type { BookingId, ClosureId, CycleId, HolderId, SeriesId } from '../../shared/domain/ids.ts'
import { aBooking, aSite, aWorkshop, date, NOW, range } from '../support/builders.ts'

const { id: site, timeZone } = aSite()

const closure: Closure = {
  ...{ id: 'c'.repeat(20) as ClosureId, site, from: date('2026-11-24'), to: date('2026-11-25') },
  ...{ ...range('08:00-12:00'), kind: 'unexpected', reason: 'Fuite', state: 'closing' },
  ...{ closedBy: 'h'.repeat(20) as HolderId, createdAt: NOW },
}
const call = { id: 'x', site, date: '2026-11-24', news: 'cancelled', version: 2 } as const
const workshop = aWorkshop({
  ...{ level: 'beginner', theme: 'email', languages: ['uk'], cycle: 'y'.repeat(20) as CycleId },
})

const sent = (event: HookEvent | undefined) => event && JSON.parse(newDelivery(event, timeZone, NOW).body)

describe('the schema of what hooks are told', () => {
  it.each([
    [BookingEvent, bookingEventOf(undefined, aBooking({ series: 's'.repeat(20) as SeriesId }))],
    [BookingEvent, bookingEventOf(aBooking(), aBooking({ status: 'cancelled', revision: 1 }))],
    [BookingEvent, bookingEventOf(undefined, aBooking({ id: 'b'.repeat(20) as BookingId }))],
    [WorkshopEvent, workshopEventOf(undefined, workshop)],
    [WorkshopEvent, workshopEventOf(workshop, { ...workshop, status: 'cancelled' })],
    [ClosureEvent, closureEventOf(undefined, { ...closure, spaces: ['bureau' as never] })],
    [CallEvent, callEventOf('call.made', call)],
  ])('has each member, and no other: %#', (schema, event) => {
    const strict = schema.extend({ data: (schema.shape.data as z.ZodObject).strict() }).strict()
    expect(z.prettifyError(strict.safeParse(sent(event)).error ?? new z.ZodError([]))).toBe('')
  })

  it('stands in the OpenAPI document for every type', () => {
    const { webhooks, components } = openApi()
    const types = Object.values(webhooks).flatMap(({ post }) => {
      const name = post.requestBody.content['application/json'].schema.$ref.split('/').at(-1) ?? ''
      const properties = components.schemas[name]?.properties as { type: { enum: string[] } } | undefined
      return properties?.type.enum ?? []
    })
    expect(types.sort()).toEqual([...HOOK_EVENT_TYPES, 'hook.test'].sort())
  })
})
