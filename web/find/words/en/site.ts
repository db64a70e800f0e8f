import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/site.ts'

export const site = {
  page: 'Post office',
  kinds: {
    'post-office': 'Post office',
    'municipal-agency': 'Post office run by the commune',
    'intermunicipal-agency': 'Post office run by several communes',
    'partner-shop': 'Relay run by a partner',
  },
  route: 'Get directions',
  owner: (name: string) => `The premises belong to: ${name}.`,
  operator: (name: string) => `The place is run by: ${name}.`,
  counterTitle: 'The counter',
  counterOpen: 'Open now',
  counterClosed: 'Closed now',
  counterUnknownNow: 'Today’s opening hours are not known yet',
  usualWeek: 'An ordinary week',
  counterUnknown: 'We do not know the opening hours of the counter.',
  unknown: 'not known yet',
  closed: 'closed',
  day: 'Day',
  hours: 'Hours',
  phone: 'Phone',
  timesToCome: 'Free times show here.',
  about: (address: string, lends: boolean) =>
    lends
      ? `${address}. Free times, places and opening hours of the counter: book here.`
      : `${address}. Opening hours of the counter, and the nearest places to book.`,
  spacesTitle: 'What you can book',
  propose: 'Suggest a use for this post office',
  places: 'Places',
  lentAs: (capacity: number, uses: readonly string[]) => {
    if (!uses.includes('room')) return String(capacity)
    return uses.includes('desk') ? `${capacity}, or the whole room` : `${capacity}, the whole room`
  },
  lentAsWords: (capacity, uses) => {
    const places = capacity > 1 ? `${capacity} places` : '1 place'
    if (!uses.includes('room')) return places
    return uses.includes('desk') ? `${places}, or the room` : `whole room, ${places}`
  },
  more: 'Details',
  duration: 'How long',
  howIn: 'Getting in',
  price: 'Price',
  others: { everyone: 'Everyone', member: 'Members', subscriber: 'Subscribers' },
  othersLonger: (longest: string) => `up to ${longest} at a time`,
  othersEarlier: (days: number) => `book ${days} days ahead`,
  othersHours: 'come at other hours too',
  conditions: (shortest: string, longest: string) => `from ${shortest} to ${longest}`,
  choose: 'Other times',
  chooseIn: (space: string) => `: ${space}`,
  goneTitle: 'We do not know this place',
  goneHint: 'Its address may have changed. Search for your town or village: we show you the nearest places.',
  neighboursTitle: 'The nearest places that you can book',
  allNeighbours: 'See all places nearby',
  noneSuits: 'None of these times suits you?',
  weekTitle: 'The next seven days',
  nothingFree: 'nothing free',
  notLentThatDay: 'not available that day',
  workshops: 'See the workshops and appointments',
} satisfies Translation<typeof fr.site>
