/** The part of the API whose answers the edge keeps, for as long as they say. */
export const PUBLIC_READS = '/api/public/'

/** The names that a question may have in its query; the edge drops all others. */
export const PUBLIC_QUERY = [
  'access',
  'after',
  'date',
  'days',
  'departement',
  'free',
  'from',
  'limit',
  'locality',
  'near',
  'people',
  'q',
  'stepFree',
  'use',
]

/** What visitors get instead of how long the edge keeps it: who looks again asks again. */
export const KEPT_BY_VISITORS = 'no-cache'
