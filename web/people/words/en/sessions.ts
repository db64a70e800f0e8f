import type { SessionView } from '../../../../shared/contracts/auth-views.ts'
import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/sessions.ts'

const DEVICES: Record<SessionView['device'], string> = {
  phone: 'Phone',
  tablet: 'Tablet',
  computer: 'Computer',
  other: 'Another device',
}

export const sessions = {
  page: 'Where I am signed in',
  title: 'Where I am signed in',
  lead: 'The devices on which you are signed in. There is one you do not recognise? Sign it out.',
  device: ({ device }: SessionView) => DEVICES[device],
  current: 'this one',
  opened: (moment: string) => `Signed in on ${moment}`,
  seen: (moment: string) => `Used on ${moment}`,
  means: { code: 'with a code sent by email', issuer: 'with a work account' },
  close: 'Sign out',
  closeThat: (device: string, moment: string) => `${device}, signed in on ${moment}`,
  closed: 'It’s signed out.',
  closedLead: 'To sign in there again, you will need a new code or your work account.',
  closeAll: 'Sign out everywhere',
  closeAllLead: 'Here too. Your bookings stay.',
  back: 'My bookings',
} satisfies Translation<typeof fr.sessions>
