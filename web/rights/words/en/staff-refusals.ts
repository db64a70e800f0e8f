import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import type * as fr from '../fr/staff-refusals.ts'
import { lastLead } from './last-lead.ts'

export const staffRefusals = {
  'not-requested': {
    title: 'No request is waiting for an answer here',
    says: () => 'It was withdrawn, or the booking did not need one.',
    remedy: 'mine',
  },
  'own-attendance': {
    title: 'You cannot record your own attendance',
    says: () => 'Ask a colleague to do it.',
    remedy: 'mine',
  },
  'attendance-closed': {
    title: 'Attendance can no longer be changed',
    says: ({ days }: WebProblem) =>
      typeof days === 'number'
        ? `It is recorded up to ${days} days later.`
        : 'It is recorded in the days that follow.',
    remedy: 'mine',
  },
  'not-started': {
    title: 'It has not started yet',
    says: () => 'Say who came once it has started.',
    remedy: 'mine',
  },
  'notice-too-short': {
    title: 'People have to be told earlier',
    says: () => 'Choose a later date, or say that it is unexpected.',
    remedy: 'correct',
  },
  'unknown-space': {
    title: 'This post office does not have that space',
    says: () => 'Choose one of its spaces.',
    remedy: 'correct',
  },
  'closure-too-long': {
    title: 'That is too long for one closure',
    says: ({ mostDays }: WebProblem) =>
      typeof mostDays === 'number'
        ? `Close for ${mostDays} days at most, then plan the rest.`
        : 'Close for a shorter time.',
    remedy: 'correct',
  },
  'no-workshops': {
    title: 'This space does not host workshops',
    says: () => 'Choose another space.',
    remedy: 'choose',
  },
  'last-lead': lastLead,
  'role-unfit': {
    title: 'That role does not go with this place',
    says: () => 'Choose another role.',
    remedy: 'correct',
  },
  'too-many-invitations': {
    title: 'Too many invitations are waiting already',
    says: () => 'Withdraw those that are no longer needed, then try again.',
    remedy: 'correct',
  },
  'invitation-over': {
    title: 'This invitation no longer works',
    says: () => 'It was used already, it was withdrawn, or its time has passed. Ask for another one.',
    remedy: 'search',
  },
  'second-factor-missing': {
    title: 'This needs a staff sign-in',
    says: () => 'Sign in with your work account and your phone or your key, then try again.',
    remedy: 'sign-in',
  },
  'other-address': {
    title: 'This invitation is for another address',
    says: () => 'Sign in with the email address that got the message.',
    remedy: 'sign-in',
  },
  'series-not-moved': {
    title: 'Nothing was moved',
    says: () => 'No date is possible that way: all of them stay where they were.',
    remedy: 'correct',
  },
  'nothing-to-move': {
    title: 'There is nothing to move',
    says: () => 'No date is booked from that day on. Choose an earlier day.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.staffRefusals>
