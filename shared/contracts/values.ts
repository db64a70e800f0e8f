import * as z from 'zod'
import type {
  BookingId,
  ClosureId,
  CycleId,
  HolderId,
  InvitationId,
  SeriesId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from '../domain/ids.ts'
import { parseLocalDate } from '../domain/local-date.ts'
import { readPhone } from '../domain/phone.ts'
import type { Position } from '../domain/position.ts'
import { parseMinutes, parseQuarter } from '../domain/quarter.ts'

/** Texts become domain values here only; JSON Schema describes the text (`io: 'input'`). */
export const reading = <T>(schema: z.ZodString, read: (text: string) => T | undefined, expected: string) =>
  schema.transform((text, context): T => {
    const value = read(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: expected })
    return z.NEVER
  })

export const DateText = reading(
  z.string().meta({ pattern: '^[12]\\d{3}-\\d{2}-\\d{2}$', examples: ['2026-11-24'] }),
  parseLocalDate,
  'expected a date of the calendar as YYYY-MM-DD',
)

export const TimeText = reading(
  z.string().meta({ pattern: '^([01]\\d|2[0-4]):(00|15|30|45)$', examples: ['08:00'] }),
  parseQuarter,
  'expected a time on the quarter of an hour as HH:MM',
)

/** A minute of the day. */
export const MinuteText = reading(
  z.string().meta({ pattern: '^([01]\\d|2[0-4]):[0-5]\\d$', examples: ['08:30'] }),
  parseMinutes,
  'expected a time as HH:MM',
)

const branded = <T extends string>(pattern: RegExp, expected: string) =>
  z
    .string()
    .regex(pattern, expected)
    .transform((text) => text as T)

/** Made by the service. */
export const id = <T extends string>(expected: string) => branded<T>(/^[0-9a-z]{20}$/, expected)

/** Chosen by who lends a space. */
export const slug = <T extends string>(expected: string) => branded<T>(/^[a-z0-9-]{1,40}$/, expected)

/** Accepts small letters, since people copy it by hand. */
export const SiteIdText = z
  .string()
  .regex(/^[0-9A-Za-z]{4,8}$/, 'expected an identifier such as 09410A')
  .transform((text) => text.toUpperCase() as SiteId)

export const BookingIdText = id<BookingId>('expected the identifier of a booking')
export const WorkshopIdText = id<WorkshopId>('expected the identifier of a workshop')
export const CycleIdText = id<CycleId>('expected the identifier of a cycle')
export const HolderIdText = id<HolderId>('expected the identifier of a holder')
export const ClosureIdText = id<ClosureId>('expected the identifier of a closure')
export const InvitationIdText = id<InvitationId>('expected the identifier of an invitation')
export const WaitlistEntryIdText = id<WaitlistEntryId>('expected the identifier of a wait')
export const SeriesIdText = id<SeriesId>('expected the identifier of a series')

export const SpaceIdText = slug<SpaceId>('expected a space of the site')

/** French or foreign, with digits, spaces, dots, hyphens, slashes and brackets. */
export const PhoneText = reading(
  z
    .string()
    .max(40)
    .meta({ examples: ['03 26 81 20 00', '+33 (0)3 26 81 20 00'] }),
  readPhone,
  'expected a telephone number',
)

/** Mail servers know the form `xn--`. */
const asciiDomain = (email: string): string => {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  if (!/\P{ASCII}/u.test(domain) || /[\s/?#:@[\]\\]/.test(domain)) return email
  const url = URL.parse(`https://${domain}`)
  return url ? `${email.slice(0, at)}@${url.hostname}` : email
}

/** RFC 5322 before the @, as browsers take it, and a domain with a dot. */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[a-z0-9.!#$%&'*+/=?^_`{|}~-]*[a-z0-9!#$%&'*+/=?^_`{|}~-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

export const EmailText = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .transform((text) => asciiDomain(text.normalize('NFC').replaceAll('’', "'")))
  .pipe(z.email({ pattern: EMAIL }))
/** Letters of any script with their joiners; no control character, line break or lone invisible one. */
export const LineText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D])+$/u, 'expected one line of text')
    .regex(/[\p{L}\p{N}]/u, 'expected a letter')

/** Of a person. */
export const NameText = LineText(80)

export const ProseText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u200C|\u200D|\n)+$/u, 'expected plain text')
    .regex(/[\p{L}\p{N}]/u, 'expected a letter')

export const DepartementText = z
  .string()
  .regex(/^(\d{2}|2[ABab]|9[78]\d)$/, 'expected a département such as 35')
  .transform((text) => text.toUpperCase())

const parsePosition = (text: string): Position | undefined => {
  if (!/^-?\d{1,3}(\.\d{1,9})?,-?\d{1,3}(\.\d{1,9})?$/.test(text)) return undefined
  const [lat = 0, lon = 0] = text.split(',').map(Number)
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

export const PositionText = reading(
  z.string().meta({ examples: ['48.87,3.54'] }),
  parsePosition,
  'expected a latitude and a longitude in degrees as 48.87,3.54',
)

export const PositionView = z.object({ lat: z.number(), lon: z.number() })

export const WholeNumberText = (least: number, most: number) =>
  reading(
    z.string().meta({ pattern: '^\\d{1,3}$' }),
    (text) =>
      /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined,
    `expected a whole number from ${least} to ${most}`,
  )

/** `[from, to]`, both `HH:MM`. */
export const TimeRangeView = z.tuple([z.string(), z.string()])
