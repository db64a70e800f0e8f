import type { HolderId } from '../../shared/domain/ids.ts'
import type { KeyGrant } from '../../shared/domain/rights.ts'

export type SessionToken = { readonly holder: HolderId; readonly secret: string }

/** Who acts in a request: somebody with a session, or a tool whose key was checked. */
export type Caller = SessionToken | { readonly holder: HolderId; readonly key: KeyGrant }
