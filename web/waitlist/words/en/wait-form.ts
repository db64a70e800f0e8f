import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/wait-form.ts'

export const waitForm = {
  page: 'Tell me',
  title: 'Tell me as soon as it is free',
  lead: (site: string) =>
    `Tell us what you need at ${site}: we will keep the first place that becomes free for you.`,
  day: 'Day',
  dayWrong: 'Choose a day still to come.',
  from: 'From',
  to: 'Until',
  minutes: 'For',
  where: 'Where',
  here: 'Only here',
  around: 'Here, or within 10 km',
  submit: 'Tell me',
  working: 'Noting your request…',
  signInTitle: 'Where can we reach you?',
  signInLead: 'Give your email address: we will send you a code, and later the good news.',
  nameTitle: 'In what name?',
  nothing: 'Nothing can be booked here for now.',
} satisfies Translation<typeof fr.waitForm>
