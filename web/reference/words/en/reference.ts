import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/reference.ts'

export const referenceWords = {
  page: 'Open data and tools',
  title: 'Open data and tools',
  lead: 'For those who write programs: search a place, read its free times, book.',
  description: 'How a program searches a place, reads its free times and books.',
  inEnglish: 'Times are those of the place, refusals are problems (RFC 9457).',
  files: 'To download',
  document: 'Description of the interface (OpenAPI 3.1)',
  data: 'Free times as open data, each hour (Licence Ouverte 2.0)',
  assistants: 'Address for assistants (MCP): ',
  start: 'To try it',
  startText: 'Put the address of this site, then copy a command.',
  groups: 'Contents',
} as const satisfies Translation<typeof fr.referenceWords>
