import type { HolderId } from '../../shared/domain/ids.ts'

export type SessionToken = { readonly holder: HolderId; readonly secret: string }
