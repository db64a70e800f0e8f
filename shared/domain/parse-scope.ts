import type { HolderId, SiteId } from './ids.ts'
import { atSite, ofAssociation, type Scope } from './rights.ts'

const SCOPE =
  /^(?:(site):([0-9A-Za-z]{4,8})|(departement):(\d{2,3}|2[AB])|(network)|(association):([0-9a-z]{20}))$/

export const parseScope = (text: string): Scope | undefined => {
  const [, , siteId, departement, code, network, association, holder] = SCOPE.exec(text) ?? []
  if (siteId) return atSite(siteId.toUpperCase() as SiteId)
  if (departement) return { kind: 'departement', departement: code as string }
  if (network) return { kind: 'network' }
  return association ? ofAssociation(holder as HolderId) : undefined
}
