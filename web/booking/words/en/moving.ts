import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/moving.ts'

export const moving = {
  page: 'Move a booking',
  title: 'Change the day or time',
  booking: 'Your booking',
  lead: 'Your booking stays as it is until the new time is yours.',
  submit: 'Move my booking',
  submitOther: 'Move to these times',
  here: 'Move here',
  working: 'Moving your booking…',
  same: 'That is your time already',
  sameLead: 'Choose another one, or keep this one.',
  gone: 'Your space can no longer be booked',
  goneLead: 'Your booking still stands. You can move it to another space at the same post office.',
  goneAlone:
    'Your booking still stands, but nothing here replaces the space. Call the post office before you come.',
  seeSite: (name: string) => `See ${name}`,
  space: 'Space',
} satisfies Translation<typeof fr.moving>

export const staffMoving = {
  ...moving,
  lead: 'The booking stays as it is until the new time is taken.',
  submit: 'Move this booking',
  working: 'One moment…',
  booking: 'The booking',
  same: 'That is the time of this booking already',
  gone: 'The space can no longer be booked',
  goneLead: 'The booking still stands. You can move it to another space at the same post office.',
  goneAlone: 'The booking still stands, but nothing here replaces the space. Call the person.',
  reason: 'The reason, which they will be told (optional)',
} satisfies Translation<typeof fr.staffMoving>
