import type { HolderId } from '../../../shared/domain/booking.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import { idOf } from '../../http/hash.ts'

/** Somebody without an e-mail, for whom an agent acts. */
export type PersonActedFor = { readonly name: string; readonly phone?: string }

type Request = { readonly token: { readonly holder: HolderId }; readonly idempotencyKey: string }

/** The holder that is made together with what is asked for them: repeating the request makes no other. */
export const personOf = ({ name, phone }: PersonActedFor, { token, idempotencyKey }: Request): Holder => ({
  id: idOf('acted-for', token.holder, idempotencyKey) as HolderId,
  name,
  ...(phone !== undefined && { phone }),
})
