import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/map.ts'

const NUMBER = new Intl.NumberFormat('en-GB')

export const numberWords: typeof fr.numberWords = (count) => NUMBER.format(count)

const counted = (count: number, one: string, several: string): string =>
  `${numberWords(count)} ${count === 1 ? one : several}`

export const sheet = {
  enlarge: 'Zoom in',
  reduce: 'Zoom out',
  shifts: { left: 'Move left', up: 'Move up', down: 'Move down', right: 'Move right' },
  legend: {
    lent: 'A space can be booked here',
    idle: 'Counter closed for part of the week',
    other: 'Another point of La Poste',
    closed: 'Counter closed for the whole week',
  },
  source: 'Points of contact: La Poste. Outlines: IGN.',
  failed: 'The map cannot be shown. You are not missing anything: it is all in the list too.',
  incomplete: 'The map is not complete: the small dots are missing.',
  again: 'Try again',
} satisfies Translation<typeof fr.sheet>

export const around = {
  title: 'On the map',
  show: 'See the map',
  caption: (lent) =>
    lent > 0
      ? `Large: ${counted(lent, 'place that you can book', 'places that you can book')}. Small: the other points of La Poste.`
      : 'Small dots: the points of La Poste. None on this map can be booked yet.',
  wideCaption: (lent) =>
    `${counted(lent, 'place that you can book', 'places that you can book')} on this map.`,
  crossIsAbout: 'The cross is about where it should be.',
  france: 'See the whole of France',
} satisfies Translation<typeof fr.around>

export const country = {
  page: 'The map of France',
  title: 'France, drawn by its post offices',
  lead: 'Each dot is a place of La Poste. Together, they draw the country.',
  sentence: (points, lent, idle) =>
    [
      `Of ${counted(points, 'point of contact', 'points of contact')}, ${numberWords(lent)} already ${lent === 1 ? 'lends' : 'lend'} a space.`,
      idle > 0
        ? `${counted(idle, 'other has its counter', 'others have their counter')} closed for part of the week: there is room.`
        : '',
    ].join(' '),
  mapTitle: 'The map',
  hint: 'Tap a département to see its places.',
  departement: (name, lent, points) =>
    `${name}: ${counted(lent, 'place', 'places')} to book out of ${numberWords(points)}`,
  paris: 'Paris and surroundings',
  insetsNote: 'The small frames have a scale of their own.',
  tableTitle: 'Département by département',
  columns: {
    departement: 'Département',
    lent: 'Lend',
    idle: 'Closed at times',
    points: 'In all',
  },
} satisfies Translation<typeof fr.country>
