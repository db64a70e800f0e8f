import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/code-link.ts'

export const codeLink = {
  title: 'The code from your email',
  lead: 'Type it on the page where you asked for it, on the same device. It is of no use anywhere else.',
  absent: 'There is no code in this address. Copy the one that is written in the email.',
  notAsked: 'You did not ask for anything? Close this page: nobody can get in as you.',
} satisfies Translation<typeof fr.codeLink>
