/** Of a key for machines: what it may do stands in the policy like that of people. */
export const KEY_ROLES = ['reader', 'writer'] as const
export type KeyRole = (typeof KEY_ROLES)[number]
