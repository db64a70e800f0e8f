import * as z from 'zod'
import { LONGEST_KEY_DAYS, USUAL_KEY_DAYS } from '../domain/api-key.ts'
import { KEY_ROLES } from '../domain/key-role.ts'
import { ScopeParam } from './right-views.ts'
import { HolderIdText, LineText } from './values.ts'

export const ApiKeyParam = ScopeParam.extend({ id: HolderIdText })

/** A reader reads, a writer also books and closes. */
export const NewApiKey = z.strictObject({
  name: LineText(60),
  role: z.enum(KEY_ROLES),
  days: z.int().min(1).max(LONGEST_KEY_DAYS).default(USUAL_KEY_DAYS),
})

/** Dates on the clock of its scope; `madeBy` is absent once their name is erased. */
export const ApiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(KEY_ROLES),
  scope: z.string(),
  madeBy: z.string().optional(),
  validUntil: z.string().meta({ description: 'The last day on which it is valid' }),
  isOver: z.boolean(),
  lastUsedOn: z.string().optional().meta({ description: 'The day on which it was used last' }),
})

/** `token` is what the tool sends; nothing shows it again. */
export const MadeApiKeyView = ApiKeyView.extend({ token: z.string() })

export const ApiKeyList = z.object({ keys: z.array(ApiKeyView) })

export type NewApiKey = z.input<typeof NewApiKey>
export type ApiKeyView = z.infer<typeof ApiKeyView>
export type MadeApiKeyView = z.infer<typeof MadeApiKeyView>
export type ApiKeyList = z.infer<typeof ApiKeyList>
