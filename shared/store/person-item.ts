import type { Hash, SiteId } from '../domain/ids.ts'
import { dialledNumber } from '../domain/phone.ts'
import { hashOf } from './hash.ts'

/** The site is part of the hash: the same phone has another key elsewhere. */
export const phoneHash = (site: SiteId, phone: string): Hash => hashOf('phone', site, dialledNumber(phone))

export const phoneHashAnywhere = (phone: string): Hash => hashOf('phone', dialledNumber(phone))
