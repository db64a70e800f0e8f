import * as z from 'zod'
import { EmailText } from './values.ts'

/** Letters of any script and the joiners that some need; no control character, no line break, nothing invisible alone. */
export const NameText = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D])+$/u, 'expected a name on one line')
  .regex(/[\p{L}\p{N}]/u, 'expected a letter')

export const NewCode = z.strictObject({ email: EmailText })

export const NewSession = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'expected the six digits of the message'),
  name: NameText.optional(),
})

export const MeChange = z.strictObject({ name: NameText })

/** `name` is absent until the holder gives one. */
export const MeView = z.object({ email: z.string(), name: z.string().optional() })

export const CodeSent = z.object({ validMinutes: z.int() })

export type MeView = z.infer<typeof MeView>
export type CodeSent = z.infer<typeof CodeSent>
