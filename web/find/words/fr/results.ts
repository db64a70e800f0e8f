import { ofName } from '../../../kit/words/fr/names.ts'
import type { Found, Locality } from '../../find-client.ts'

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

type Around = NonNullable<Found['around']>

const WHAT: Readonly<Record<string, string>> = {
  desk: 'Une place de bureau',
  room: 'Une salle',
  workshop: 'Un atelier numérique',
}

const NOTHING: Readonly<Record<string, string>> = {
  desk: 'pas de place de bureau',
  room: 'pas de salle',
  workshop: 'pas de salle d’atelier',
}

const sameName = ({ name, others }: Around): boolean => others.every((other) => other.name === name)

export const results = {
  page: 'Lieux',
  whereTitle: {
    desk: 'Où voulez\u2011vous travailler ?',
    room: 'Où voulez\u2011vous vous réunir ?',
    workshop: 'Où voulez\u2011vous apprendre ?',
    any: 'Où cherchez-vous ?',
  },
  searching: 'Recherche des lieux',
  title: (use: string | undefined, around: Around | undefined, isHere: boolean): string => {
    const what = WHAT[use ?? ''] ?? 'Des places libres'
    if (isHere) return `${what} autour de vous`
    if (around?.locality?.kind === 'departement')
      return `${around.name} : ${what[0]?.toLowerCase()}${what.slice(1)}`
    return around ? `${what} près ${ofName(around.name)}` : what
  },
  /** `51270 Champaubert, Marne`, or the name that it has now. */
  locality: ({
    name,
    kind,
    formerly,
    departementName,
    postcodes: [postcode],
  }: Locality): string | undefined => {
    if (kind === 'departement') return undefined
    if (formerly) return `${formerly} s’appelle aujourd’hui ${name} (${departementName}).`
    return `${postcode ? `${postcode} ` : ''}${name}, ${departementName}`
  },
  unknown: (words: string) => `Nous ne connaissons pas « ${words} »`,
  unknownHint:
    'Vérifiez l’orthographe, ou écrivez le code postal. Vous pouvez aussi appeler le 3631 : on cherchera avec vous.',
  elsewhereTitle: 'Des lieux où réserver',
  others: (around: Around): string =>
    sameName(around)
      ? `Il y a ${around.others.length + 1} ${around.name}. Vous cherchiez plutôt :`
      : 'Vous cherchiez plutôt :',
  other: ({ name, departementName }: Locality): string => `${name} (${departementName})`,
  approximate: 'Les distances sont approximatives, et à vol d’oiseau.',
  straight: 'Les distances sont à vol d’oiseau.',
  relaxed: 'Aucun lieu ne réunit tout cela.',
  leftOut: (filters: readonly string[]): string =>
    `Voici les plus proches, sans tenir compte de : ${list.format(filters)}.`,
  nobody: 'Personne ne prête encore cela. Les demandes font ouvrir des lieux : dites ce qu’il vous faudrait.',
  lendersTitle: 'Les lieux les plus proches',
  notLent: (name: string, use: string | undefined): string =>
    `La poste ${ofName(name)} ne prête ${NOTHING[use ?? ''] ?? 'rien'} pour l’instant.`,
  notLentMany: (count: number, use: string | undefined): string =>
    `Ici, ${count} points de La Poste ne prêtent ${NOTHING[use ?? ''] ?? 'rien'} pour l’instant`,
  propose: 'Proposer un usage',
  timesAt: (name: string): string => `Heures libres, ${name}`,
  wholeRoom: 'la salle',
  timesMissing: 'Nous n’avons pas pu lire les heures libres. Ouvrez la page du lieu pour réessayer.',
  fullWeek: 'Rien de libre ces sept jours-ci.',
  allTimes: 'Tous les horaires',
  more: 'Montrer plus de lieux',
  newSearch: 'Chercher ailleurs',
  workshops: 'Voir les ateliers et les rendez-vous',
} as const
