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

/** The edge's answer to a visitor. */
export const toVisitor = (path: string, response: Response): Response => {
  if (path.startsWith(PUBLIC_READS)) response.headers.set('cache-control', KEPT_BY_VISITORS)
  return response
}
