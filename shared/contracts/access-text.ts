import * as z from 'zod'
import type { MinuteRange } from '../domain/counter-hours.ts'
import type { DoorId } from '../domain/ids.ts'
import { HostView, KeyAccessView, NOTE_VIEW, PlainAccessView } from './access-views.ts'
import { LineText, MinuteText, PhoneText, slug } from './values.ts'

export const DoorIdText = slug<DoorId>('expected the name of a keypad')

export const DigitsText = z.int().min(4).max(8)

/** `byHand`: staff types the codes in; otherwise a lock receives them. */
const DoorText = z
  .strictObject({ id: DoorIdText, digits: DigitsText, byHand: z.boolean() })
  .transform(({ byHand, ...door }) => ({ ...door, ...(byHand && { byHand }) }))

const MinuteRangeText = z
  .tuple([MinuteText, MinuteText])
  .refine(([from, to]) => from < to, 'expected an end after the start')
  .transform((range): MinuteRange => range)

const isInOrder = (ranges: readonly MinuteRange[]): boolean =>
  ranges.every(([from], at) => at === 0 || from > (ranges[at - 1]?.[1] ?? 0))

const KeeperText = z.strictObject({
  name: LineText(80),
  address: LineText(120),
  phone: PhoneText.exactOptional(),
  hours: z
    .array(z.array(MinuteRangeText).max(4).refine(isInOrder, 'expected the ranges of a day in order'))
    .length(7)
    .refine((days) => days.some((day) => day.length > 0), 'expected a day on which the key can be fetched')
    .meta({ description: 'Seven days, Monday first' }),
})

const HostText = z
  .strictObject({
    name: LineText(80),
    phone: PhoneText.exactOptional(),
    callHoursBefore: z.int().min(1).max(336).exactOptional(),
  })
  .refine(({ phone, callHoursBefore }) => callHoursBefore === undefined || phone !== undefined, {
    path: ['phone'],
    message: 'expected a number to call',
  })

const NOTE_TEXT = { note: LineText(200).exactOptional() }

export const AccessText = z.discriminatedUnion('kind', [
  z.strictObject({ ...NOTE_TEXT, kind: z.enum(['counter-staff', 'open']) }),
  z.strictObject({ ...NOTE_TEXT, kind: z.literal('key-holder'), keeper: KeeperText }),
  z.strictObject({ ...NOTE_TEXT, kind: z.literal('door-code'), door: DoorText.exactOptional() }),
  z.strictObject({ ...NOTE_TEXT, kind: z.literal('host'), host: HostText }),
])

/** For those who lend the space. */
export const LentAccessView = z.discriminatedUnion('kind', [
  PlainAccessView,
  KeyAccessView,
  z.object({
    ...NOTE_VIEW,
    kind: z.literal('door-code'),
    door: z.object({ id: z.string(), digits: z.int(), byHand: z.boolean() }).optional(),
  }),
  z.object({ ...NOTE_VIEW, kind: z.literal('host'), host: HostView }),
])

/** Lent hours in which the counter is closed, though an agent should open. */
export const UnstaffedView = z.array(
  z.object({
    day: z.union([z.int().meta({ description: 'Of the week, Monday is 1' }), z.literal('holiday')]),
    start: z.string(),
    end: z.string(),
  }),
)

export type LentAccessView = z.infer<typeof LentAccessView>
