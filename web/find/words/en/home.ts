import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/home.ts'

export const home = {
  title: ['Post office closed this morning?', 'The space is yours.'],
  page: 'Book a free place at a French post office',
  lead: 'A desk, a room, a digital skills workshop: book what is still free near you.',
  choicesTitle: 'What would you like to do?',
  choices: {
    desk: { title: 'Work in peace', detail: 'a desk, for an hour or all day' },
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
} satisfies Translation<typeof fr.home>
