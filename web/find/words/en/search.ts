import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/search.ts'

export const search = {
  homeTitle: ['Post office closed this morning?', 'The space is yours.'],
  homePage: 'Book a free place at a French post office',
  lead: 'A desk, a room, a digital skills workshop: book what is still free near you.',
  field: 'Your town, village or postcode',
  fieldMissing: 'Enter the name of your town or village, or its postcode.',
  submit: 'See what is free',
  aroundMe: 'Near me',
  locating: 'Finding out where you are…',
  notLocated:
    'Your device is not telling us where you are. Never mind: enter your town or village, or its postcode.',
  choicesTitle: 'What would you like to do?',
  choices: {
    desk: { title: 'Work in peace', detail: 'a desk place, for an hour or all day' },
    room: { title: 'Hold a meeting', detail: 'the whole room, just for your group' },
    workshop: { title: 'Learn digital skills', detail: 'a workshop in a small group, in French' },
  },
  exampleTitle: 'A Tuesday like any other',
  exampleFree: 'free from 8 am to 2 pm',
  exampleCounter: 'counter open from 2 pm to 6 pm',
  exampleText:
    'While the counter is closed, the room is heated, lit and online. Restante lends it out, place by place.',
  postmark: { place: 'Near you', lines: ['THIS MORNING', '8 am – 12 noon'] },
  postcard: ['Poste restante', 'Ms You', 'A quiet place', 'Near you'],
} satisfies Translation<typeof fr.search>

export const results = {
  page: 'Post offices',
  whereTitle: {
    desk: 'Where would you like to work?',
    room: 'Where would you like to meet?',
    any: 'Where are you looking?',
  },
  uses: { desk: 'A desk place', room: 'A whole room' },
  searching: 'Looking for post offices',
  count: (total: number) => (total > 1 ? `${total} post offices` : '1 post office'),
  forWords: (words: string) => ` for “${words}”`,
  around: ' near you',
  none: (words: string) => `No post office for “${words}”`,
  noneAround: 'No post office within 20 km of you',
  noneHint: 'Try the postcode, or a town or village nearby. You can also call 3631: they will look with you.',
  notLent: 'Nothing to book here yet.',
  notLentForUse: {
    desk: 'No desk places to book here yet.',
    room: 'No room to book here yet.',
  },
  nearbyTitle: 'Free places not far away',
  nearbyNone:
    'Nothing can be booked within 50 km yet. Ask at the post office counter: new places open where people ask for them.',
  matchesTitle: 'What you searched for',
  more: 'Show more post offices',
  tooMany: (shown: number, total: number) =>
    `Here are the first ${shown} of ${total} post offices. Enter the postcode to see fewer.`,
  fullWeek: 'Nothing free in these seven days.',
  allTimes: 'All times at this post office',
  newSearch: 'Search elsewhere',
  workshops: 'See the digital workshops here',
} satisfies Translation<typeof fr.results>
