import * as z from 'zod'
import { DigitsText, DoorIdText } from './access-text.ts'
import { BookingIdText, DateText } from './values.ts'

const MOST_LINES = 90

const KeypadText = z.strictObject({ id: DoorIdText, digits: DigitsText })

export const CodesOfDay = z.strictObject({ date: DateText })

/** Each code that was typed in or deleted, as listed. */
export const TypedCodes = z.strictObject({
  date: DateText,
  lines: z
    .array(
      z.strictObject({
        booking: BookingIdText,
        keypad: KeypadText,
        revision: z.int().min(0).meta({ description: 'As it was read' }),
        typed: z.boolean().meta({ description: 'False when the code was deleted' }),
      }),
    )
    .min(1)
    .max(MOST_LINES)
    .refine(
      (lines) =>
        new Set(lines.map(({ booking, keypad }) => `${booking} ${keypad.id} ${keypad.digits}`)).size ===
        lines.length,
      'expected each code once',
    ),
})

const LineView = z.object({
  booking: z.string(),
  reference: z.string(),
  revision: z.int(),
  space: z.string(),
  keypad: z.object({ id: z.string(), digits: z.int() }),
  code: z.string(),
  from: z.string().meta({ description: 'Local time of the site, as until' }),
  until: z.string(),
})

/** Codes of keypads without a lock. */
export const DoorCodeList = z.object({
  date: z.string(),
  toType: z.array(
    LineView.extend({
      start: z.string(),
      end: z.string(),
      typed: z.boolean().meta({ description: 'Whether somebody said that it is typed in' }),
    }),
  ),
  toDelete: z.array(LineView).meta({ description: 'Codes that were typed in and no longer open the door' }),
})

export const TypedAnswer = z.object({
  changed: z.boolean().meta({ description: 'Whether some of it has changed since it was read' }),
})

export type DoorCodeList = z.infer<typeof DoorCodeList>
export type TypedAnswer = z.infer<typeof TypedAnswer>
export type TypedCodesText = z.input<typeof TypedCodes>
