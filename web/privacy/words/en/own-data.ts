import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/own-data.ts'

export const ownData = {
  page: 'My data',
  title: 'My data',
  signIn: 'Give your email address: we will send you a code, and you will see what we keep.',
  lead: 'Here is all that we keep about you, and why. You can take it with you, or have it erased.',
  keptTitle: 'What we keep',
  kept: [
    'your email address, to send you a code; your name, to recognise you when you come; your language, to write to you;',
    'your bookings, the places you wait for and your series, so that the place is there for you;',
    'your memberships and your rights, if a post office gave you any;',
    'the house rules you accepted, and the ideas you sent to a post office;',
    'what the staff did for you (booking, moving, cancelling), so that they can account for it.',
  ],
  howLong:
    'Twenty-four months after a booking, your name is no longer on it: it counts in the figures of the post office, and that is all.',
  takeTitle: 'Take my data with me',
  take: 'A file with everything that is yours, and nothing about anybody else.',
  takeTable: 'Download my data (spreadsheet)',
  takeJson: 'Download my data (JSON)',
  eraseTitle: 'Delete my account',
  eraseLead: 'This cannot be undone. We will ask you for a code first.',
  eraseByVoice:
    'Your account has no email address to send a code to. Call 3631 with the reference of a booking: your request is passed on.',
  erase: 'Delete my account',
  sureTitle: 'Delete your account?',
  sure: [
    'your bookings still to come are cancelled, and your places offered to people who wait for them;',
    'you no longer wait for any place, and your series stop;',
    'your name and address are erased; your past bookings no longer carry a name;',
    'you are signed out everywhere.',
  ],
  sureCode: 'To make sure that it is you, we will send a code to your address.',
  sendCode: 'Send me a code',
  sending: 'Sending the code…',
  keep: 'No, keep my account',
  codeTitle: 'The code to delete it',
  eraseForGood: 'Delete for good',
  done: 'Your account is deleted.',
  doneLead:
    'Nothing leads to you now. You can come back one day with the same address, as if for the first time.',
  backHome: 'Back to the home page',
  more: 'How we handle your data',
} satisfies Translation<typeof fr.ownData>
