import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/accepting.ts'

export const accepting = {
  page: 'House rules',
  title: 'House rules',
  lead: 'This post office asks you to accept its house rules, just once, before you book.',
  leadAssociation:
    'This post office asks the association to accept its house rules, just once, before booking.',
  signInLead: 'Sign in to accept the house rules of this post office.',
  accepted: 'You have accepted these house rules.',
  insured: (date: string) => `Your insurance runs until ${dayWords(date)}.`,
  insuredUntil: 'Last day of your insurance',
  insuredHint:
    'The date is on your liability insurance certificate (attestation de responsabilité civile). Bring it the first time.',
  submit: 'Accept the house rules',
  goOn: 'Continue',
  toSite: 'See the post office',
  leadOnly: 'Only somebody who represents the association can accept them. Ask them to open this page.',
  working: 'One moment…',
} satisfies Translation<typeof fr.accepting>
