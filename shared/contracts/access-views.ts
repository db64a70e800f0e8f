import * as z from 'zod'
import type { DoorId } from '../domain/ids.ts'
import { ACCESS_KINDS } from '../domain/space.ts'
import { LineText } from './values.ts'

export const DoorIdText = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'expected the name of a keypad')
  .transform((text) => text as DoorId)

export const DigitsText = z.int().min(4).max(8)

/** A keypad with a code for each booking; `byHand`: typed in by who works there, else a lock is told of them. */
const DoorText = z
  .strictObject({ id: DoorIdText, digits: DigitsText, byHand: z.boolean() })
  .transform(({ byHand, ...door }) => ({ ...door, ...(byHand && { byHand }) }))

/** How one gets in. Codes are given where there is a keypad. */
export const AccessText = z
  .strictObject({
    kind: z.enum(ACCESS_KINDS),
    note: LineText(200).exactOptional(),
    door: DoorText.exactOptional(),
  })
  .refine(({ kind, door }) => kind === 'door-code' || door === undefined, {
    path: ['door'],
    message: 'expected no keypad where no code opens',
  })

export const AccessView = z.object({
  kind: z.enum(ACCESS_KINDS),
  note: z.string().optional(),
  door: z.object({ id: z.string(), digits: z.int(), byHand: z.boolean() }).optional(),
})
