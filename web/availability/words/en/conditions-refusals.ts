import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import { dayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/conditions-refusals.ts'

export const conditionsRefusals = {
  'conditions-missing': {
    title: 'This post office has house rules to accept',
    says: () => 'Read and accept them, just once. We keep what you chose.',
    remedy: 'accept',
  },
  'insurance-missing': {
    title: 'You need insurance that covers that day',
    says: ({ insuredUntil }: WebProblem) =>
      typeof insuredUntil === 'string'
        ? `Yours ends on ${dayWords(insuredUntil)}. Tell us how long the new one lasts.`
        : 'Tell us how long your insurance lasts. We keep what you chose.',
    remedy: 'accept',
  },
} satisfies Translation<typeof fr.conditionsRefusals>

export const acceptingRefusals = {
  'conditions-changed': {
    title: 'The house rules have just changed',
    says: () => 'Read them again, then accept them.',
    remedy: 'correct',
  },
  'insurance-missing': {
    title: 'The date of your insurance is missing',
    says: () => 'Enter its last day: a day still to come.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.acceptingRefusals>
