import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/refusals.ts'

export const broken = {
  title: 'This page has made a mistake',
  says: () => 'Start again by choosing a time. If it happens again, call 3631.',
  remedy: 'choose',
} satisfies Translation<typeof fr.broken>

const unknown =
  'We do not know yet whether it went through. You can safely try again: nothing will be booked twice.'

export const commonRefusals = {
  'not-found': {
    title: 'We cannot find what you are looking for',
    says: () => 'Check the address of the page, or search for your town or village.',
    remedy: 'search',
  },
  'name-missing': {
    title: 'We still need your name',
    says: () => 'Enter it below.',
    remedy: 'correct',
  },
  'signed-out': {
    title: 'You are no longer signed in',
    says: () => 'Sign in again to finish.',
    remedy: 'sign-in',
  },
  invalid: {
    title: 'Something is not quite right',
    says: () => 'Check what you entered, then try again.',
    remedy: 'choose',
  },
  'too-many-requests': {
    title: 'Too many requests are coming from your connection',
    says: () => 'Wait ten seconds, then try again.',
    remedy: 'again',
  },
  'too-many-messages': {
    title: 'Too many messages',
    says: () => 'Somebody would get yet another message, after many others. Try again later.',
    remedy: 'again',
  },
  busy: { title: 'Lots of people are here right now', says: () => unknown, remedy: 'again' },
  fault: { title: 'Something went wrong on our side', says: () => unknown, remedy: 'again' },
  unreachable: { title: 'The connection was lost', says: () => unknown, remedy: 'again' },
} satisfies Translation<typeof fr.commonRefusals>

export const remedyWords = {
  connect: 'Sign in',
  search: 'Find a place',
} satisfies Translation<typeof fr.remedyWords>

export const readingFailed = 'We could not load this page. Try again, or call 3631.'
