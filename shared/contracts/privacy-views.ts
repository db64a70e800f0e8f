import * as z from 'zod'
import { EFFECTS } from '../domain/audit-entry.ts'
import { BOOKING_STATUSES, CANCELLATION_CAUSES, CHANNELS } from '../domain/booking.ts'
import { LANGUAGES } from '../domain/language.ts'
import { PROPOSAL_STATUSES } from '../domain/proposal.ts'
import { PUBLICS } from '../domain/public.ts'
import { ROLES } from '../domain/rights.ts'
import { USES } from '../domain/space.ts'
import { WAITLIST_OUTCOMES } from '../domain/waitlist-outcome.ts'
import { NewSession } from './auth-views.ts'

/** A code sent to one's own address and typed in the same browser. */
export const Erasing = NewSession.pick({ code: true })

export const ExportQuery = z.strictObject({
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: 'Default json; csv for a spreadsheet' }),
})

const Where = z.object({ site: z.string(), siteName: z.string().optional() })
const Time = z.object({ date: z.string(), start: z.string(), end: z.string() })

/** Instants are in UTC, times local to the site. */
export const ExportView = z.object({
  exportedAt: z.string(),
  me: z.object({
    id: z.string(),
    email: z.string().optional(),
    name: z.string().optional(),
    phone: z.string().optional(),
    language: z.enum(LANGUAGES).optional(),
    weeklyHours: z.number().optional(),
    noReminders: z.literal(true).optional(),
  }),
  bookings: z.array(
    z.object({
      ...{ ...Where.shape, ...Time.shape },
      id: z.string(),
      reference: z.string(),
      space: z.string(),
      use: z.enum(USES),
      places: z.int(),
      guest: z.string().optional(),
      sentBy: z.string().optional(),
      status: z.enum(BOOKING_STATUSES),
      cause: z.enum(CANCELLATION_CAUSES).optional(),
      excused: z.literal(true).optional(),
      markedAt: z.string().optional(),
      note: z.string().optional(),
      workshop: z.string().optional(),
      channel: z.enum(CHANNELS),
      createdAt: z.string(),
    }),
  ),
  series: z.array(
    z.object({
      ...Where.shape,
      id: z.string(),
      space: z.string(),
      rule: z.string(),
      start: z.string(),
      end: z.string(),
      dates: z.array(z.string()),
      createdAt: z.string(),
    }),
  ),
  waits: z.array(
    z.object({
      ...Time.shape,
      id: z.string(),
      sites: z.array(z.string()),
      guest: z.string().optional(),
      sentBy: z.string().optional(),
      status: z.enum(WAITLIST_OUTCOMES),
      askedAt: z.string(),
    }),
  ),
  memberships: z.array(z.object({ ...Where.shape, public: z.enum(PUBLICS), until: z.string().optional() })),
  rights: z.array(z.object({ role: z.enum(ROLES), scope: z.string() })),
  sessions: z.array(
    z.object({ openedAt: z.string(), seenAt: z.string(), device: z.string(), secondFactor: z.boolean() }),
  ),
  proposals: z.array(
    z.object({
      ...Where.shape,
      idea: z.string(),
      audience: z.string(),
      times: z.string(),
      status: z.enum(PROPOSAL_STATUSES),
      note: z.string().optional(),
      createdAt: z.string(),
    }),
  ),
  acceptances: z.array(
    z.object({
      ...Where.shape,
      version: z.int(),
      insuredUntil: z.string().optional(),
      acceptedAt: z.string(),
    }),
  ),
  calendars: z.array(
    z.object({
      name: z.string(),
      of: z.enum(['own', 'led', 'association', 'site', 'space']),
      createdAt: z.string(),
      usedOn: z.string().optional(),
    }),
  ),
  acts: z.array(
    z.object({
      ...Where.partial().shape,
      scope: z.string(),
      at: z.string(),
      by: z.enum(['you', 'association', 'staff', 'operator', 'system']),
      effect: z.enum(EFFECTS),
      about: z.string(),
    }),
  ),
})

export type ExportView = z.infer<typeof ExportView>
