import type { ProseText } from '../../../kit/prose.tsx'

export const offline: ProseText = {
  page: 'No network',
  title: 'There is no network.',
  lead: 'This page has never been opened on this device: it needs a network to be shown.',
  sections: [
    {
      title: 'What can you do?',
      blocks: [
        [
          'move closer to a window or a door, then press “Try again”;',
          'a booking that was opened here before can still be read: it is in “My bookings”;',
          'on the spot, your name or your reference is enough: tell the staff at the counter.',
        ],
        'Is it urgent? Call 3631 (they mostly speak French).',
      ],
    },
  ],
}
