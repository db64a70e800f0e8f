import * as z from 'zod'
import { isRna, isSiret, registerNumber } from '../domain/association.ts'
import { ASSOCIATION_ROLES } from '../domain/rights.ts'
import { HolderIdText, NameText } from './values.ts'

export const AssociationParam = z.strictObject({ id: HolderIdText })

export const AssociationMemberParam = AssociationParam.extend({ holder: HolderIdText })

/** Accepts spaces and the name of the register. */
const numberText = (isNumber: (text: string) => boolean, expected: string) =>
  z.string().max(40).transform(registerNumber).refine(isNumber, expected)

/** Exactly one of the two registers. */
export const NewAssociation = z
  .strictObject({
    name: NameText,
    rna: numberText(isRna, 'expected W and nine signs, such as W512001234 or W9R1001234').exactOptional(),
    siret: numberText(isSiret, 'expected the fourteen digits of a SIRET').exactOptional(),
  })
  .refine(({ rna, siret }) => (rna === undefined) !== (siret === undefined), {
    message: 'expected rna or siret, not both',
    path: ['rna'],
  })

export const AssociationChange = z.strictObject({ name: NameText })

export const RoleChange = z.strictObject({ role: z.enum(ASSOCIATION_ROLES) })

const AssociationSummary = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ASSOCIATION_ROLES),
})

/** `role` is the reader's; `invitations` are open ones, for leads only. */
export const AssociationView = AssociationSummary.extend({
  rna: z.string().optional(),
  siret: z.string().optional(),
  members: z.array(
    z.object({ holder: z.string(), name: z.string(), role: z.enum(ASSOCIATION_ROLES), isMe: z.boolean() }),
  ),
  invitations: z
    .array(z.object({ id: z.string(), email: z.string(), role: z.enum(ASSOCIATION_ROLES) }))
    .optional(),
})

export const AssociationList = z.object({ associations: z.array(AssociationSummary) })

export type NewAssociation = z.input<typeof NewAssociation>
export type AssociationView = z.infer<typeof AssociationView>
export type AssociationList = z.infer<typeof AssociationList>
