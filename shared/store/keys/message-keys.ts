import type { Key } from './key.ts'

export const SENT = 'SENT#'
export const sentKey = (event: string): Key => ({ pk: `${SENT}${event}`, sk: 'SENT' })
