import * as z from 'zod'
import { EmailText, LineText } from './values.ts'

export const NameText = LineText(80)

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
