import type { ProseText } from '../../../kit/prose.tsx'

export const privacy: ProseText = {
  page: 'Privacy',
  title: 'What we keep about you',
  lead: 'Very little, and only so that your place is there for you.',
  sections: [
    {
      title: 'What, and why',
      blocks: [
        [
          'your email address: to know that it is you, and to write to you about your bookings; reminders end whenever you like;',
          'your name, or that of your association: so that you are recognised when you come;',
          'your bookings: the post office, the day, the time, the number of places, and the first name of who comes with you if you give it;',
          'for a workshop or an appointment: whether you came, and who sent you there, if the team notes it;',
          'the language in which you read these pages: to write to you in the same one;',
          'if you follow your bookings in your calendar: the name you give it, and the last day on which it read them.',
        ],
        'When the staff of a post office book, move or cancel for you, we note who did it and when. At the counter, your phone number may also be noted so that you can be told.',
        'Nothing is given or sold to others. The post office where you book sees your name and your bookings there. Another tool, such as the calendar of the town hall, may know that a place is taken, never by whom.',
      ],
    },
    {
      title: 'For how long',
      blocks: [
        [
          'a booking: twenty-four months after its end, it no longer carries a name; it only counts in figures;',
          'what the staff did for you, the rights you were given or lost: twenty-four months;',
          'a place you wait for: thirty days after its date; a sign-in: thirty days; a code: ten minutes; a linked calendar: until you remove it;',
          'your address, name and language: as long as you have a booking less than twenty-four months old, a membership or a right.',
        ],
        'Erasing is automatic, every night. Backup copies are gone after thirty-five days; if they ever had to be used, deleted accounts would be deleted again.',
      ],
    },
    {
      title: 'Where you are',
      blocks: [
        '“Near me” asks your device where you are, only when you press that button. The position is rounded, serves for that search, and is linked neither to your name nor to your address.',
      ],
    },
    {
      title: 'No trackers',
      blocks: [
        'No advertising, no audience measurement, nothing that comes from another site. Five cookies, our own: one while you type the code, one to keep you signed in, one during a staff sign-in, one for at most thirteen months, so that nobody can keep codes from you where you have signed in before, and one for a year, which remembers the language you chose. Between two steps of a booking, your browser keeps your name and address in the tab; they are erased at the end.',
      ],
    },
    {
      title: 'On your device',
      blocks: [
        'Your browser remembers the places that you looked at or kept. If you are signed in, it also keeps your bookings until their day, so that you can read them without a network. We receive none of this.',
        'If you note who comes to a workshop, it keeps the list of who signed up until that evening, so that you can note who is there without a network. What you have noted, without any name, stays until it is sent, for forty days at most, even after you sign out.',
        'All the rest is erased when you sign out. The places are also erased in one press, on the home page: “Forget these places”.',
      ],
    },
    {
      title: 'Your rights',
      blocks: [
        'In “My data”, you see what we keep, you take it with you in a file, and you delete your account. You can change your name whenever you book.',
        'Without email, or with any question: call 3631 or ask at the post office counter. Who runs the service and who is its data protection officer is said in the legal notice. If the answer does not satisfy you, you can turn to the CNIL, the French data protection authority.',
      ],
    },
  ],
}
