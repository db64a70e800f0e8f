import type { Translation } from '../../../../shared/domain/language.ts'
import type { Found } from '../../find-client.ts'
import type * as fr from '../fr/results.ts'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

type Around = NonNullable<Found['around']>

const WHAT: Readonly<Record<string, string>> = {
  desk: 'A desk',
  room: 'A room',
  workshop: 'A digital workshop',
}

const NOTHING: Readonly<Record<string, string>> = {
  desk: 'no desk',
  room: 'no room',
  workshop: 'no workshop room',
}

const sameName = ({ name, others }: Around): boolean => others.every((other) => other.name === name)

export const results = {
  page: 'Places',
  whereTitle: {
    desk: 'Where would you like to work?',
    room: 'Where would you like to meet?',
    workshop: 'Where would you like to learn?',
    any: 'Where are you looking?',
  },
  searching: 'Looking for places',
  title: (use, around, isHere) => {
    const what = WHAT[use ?? ''] ?? 'Free places'
    if (isHere) return `${what} near you`
    if (around?.locality?.kind === 'departement') return `${what} in ${around.name}`
    return around ? `${what} near ${around.name}` : what
  },
  locality: ({ name, kind, formerly, departementName, postcodes: [postcode] }) => {
    if (kind === 'departement') return undefined
    if (formerly) return `${formerly} is now called ${name} (${departementName}).`
    return `${postcode ? `${postcode} ` : ''}${name}, ${departementName}`
  },
  unknown: (words) => `We do not know “${words}”`,
  unknownHint:
    'Check the spelling, or enter the postcode. You can also call 3631: they will look with you (mostly in French).',
  elsewhereTitle: 'Places that you can book',
  others: (around: Around) =>
    sameName(around)
      ? `There are ${around.others.length + 1} places called ${around.name}. Did you mean:`
      : 'Did you mean:',
  other: ({ name, departementName }) => `${name} (${departementName})`,
  approximate: 'Distances are approximate, and as the crow flies.',
  straight: 'Distances are as the crow flies.',
  relaxed: 'No place has all of that.',
  leftOut: (filters) => `Here are the nearest, leaving out: ${list.format(filters)}.`,
  nobody: 'Nobody lends that yet. New places open where people ask for them: tell us what you would need.',
  lendersTitle: 'The nearest places',
  notLent: (name, use) => `The post office of ${name} has ${NOTHING[use ?? ''] ?? 'nothing'} to book yet.`,
  notLentMany: (count, use) =>
    `Here, ${count} points of La Poste have ${NOTHING[use ?? ''] ?? 'nothing'} to book yet`,
  propose: 'Suggest a use',
  timesAt: (name) => `Free times, ${name}`,
  wholeRoom: 'the room',
  timesMissing: 'We could not read the free times. Open the page of the place to try again.',
  fullWeek: 'Nothing free in these seven days.',
  allTimes: 'All times',
  more: 'Show more places',
  newSearch: 'Search elsewhere',
  workshops: 'See the workshops and appointments',
} satisfies Translation<typeof fr.results>
