import * as z from 'zod'
import { PUBLICS } from '../domain/public.ts'
import { DateText, EmailText, HolderIdText, NameText, PhoneText } from './values.ts'

/** By address, holder, or name and phone; `until` is the last date covered. */
export const MemberChange = z
  .strictObject({
    email: EmailText.exactOptional(),
    holder: HolderIdText.exactOptional(),
    person: z.strictObject({ name: NameText, phone: PhoneText }).exactOptional(),
    public: z.enum(PUBLICS),
    until: DateText.exactOptional(),
  })
  .refine(
    ({ email, holder, person }) => [email, holder, person].filter((each) => each !== undefined).length === 1,
    'expected one of email, holder, person',
  )

export const MemberView = z.object({ public: z.enum(PUBLICS), until: z.string().optional() })

export const MembersQuery = z.strictObject({ after: HolderIdText.optional() })

/** The address stands for a name that nobody has said yet; the phone is for people without an address. */
export const MemberList = z.object({
  members: z.array(
    MemberView.extend({
      holder: z.string(),
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
    }),
  ),
  next: z.string().optional().meta({ description: 'What lists more, as after' }),
})

export type MemberChange = z.input<typeof MemberChange>
export type MemberView = z.infer<typeof MemberView>
export type MemberList = z.infer<typeof MemberList>
