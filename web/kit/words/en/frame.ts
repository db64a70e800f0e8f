import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/frame.ts'

export const frame = {
  manifest: '/en/manifest.webmanifest',
  otherLanguage: 'Français',
  skip: 'Skip to the content',
  helpTitle: 'Not at ease online?',
  helpBefore: 'Call ',
  helpAfter: ' or ask at the counter. They mostly speak French.',
  withoutScript:
    'This page needs JavaScript to show what is free. You lose nothing without it: call 3631, or ask at the post office counter. You get the same places, on the same terms.',
  keptBefore: 'No network: here is what was there',
  keptMoment: '{day} at {hour}:{minute}.',
  knownLinks: 'Your pages',
  myWeek: 'My week',
  today: 'Today',
  toDoCount: 'to do',
  places: 'My places',
  associations: 'My associations',
  heldCount: 'pending',
  teams: 'For staff (in French)',
  forTools: 'Open data',
  legalLinks: {
    '/accessibilite': 'Accessibility: not compliant',
    '/mentions-legales': 'Legal notice',
    '/confidentialite': 'Privacy',
  },
} satisfies Translation<typeof fr.frame>
