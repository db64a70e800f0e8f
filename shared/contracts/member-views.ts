import * as z from 'zod'
import { PUBLICS } from '../domain/public.ts'
import { DateText, EmailText, HolderIdText } from './values.ts'

/** By address or holder; `until` is the last date covered. */
export const MemberChange = z
  .strictObject({
    email: EmailText.exactOptional(),
    holder: HolderIdText.exactOptional(),
    public: z.enum(PUBLICS),
    until: DateText.exactOptional(),
  })
  .refine(
    ({ email, holder }) => (email === undefined) !== (holder === undefined),
    'expected email or holder, not both',
  )

export const MemberView = z.object({ public: z.enum(PUBLICS), until: z.string().optional() })

export type MemberView = z.infer<typeof MemberView>
