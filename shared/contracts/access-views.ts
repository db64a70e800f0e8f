import * as z from 'zod'
import type { DoorId } from '../domain/ids.ts'
import { ACCESS_KINDS } from '../domain/space.ts'
import { LineText, slug } from './values.ts'

export const DoorIdText = slug<DoorId>('expected the name of a keypad')

export const DigitsText = z.int().min(4).max(8)

/** `byHand`: staff types the codes in; otherwise a lock receives them. */
const DoorText = z
  .strictObject({ id: DoorIdText, digits: DigitsText, byHand: z.boolean() })
  .transform(({ byHand, ...door }) => ({ ...door, ...(byHand && { byHand }) }))

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
