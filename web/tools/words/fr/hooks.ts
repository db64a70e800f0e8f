import type { DeliveryView, HookView } from '../../../../shared/contracts/hook-views.ts'
import { listWords, momentWords } from '../../../kit/words/fr/time-words.ts'

const ANSWERS: Readonly<Record<string, string>> = {
  'unknown-name': 'personne ne connaît cette adresse',
  'private-address': 'cette adresse n’est pas ouverte à tous',
  redirects: 'cette adresse renvoie vers une autre',
  'too-slow': 'l’outil n’a pas répondu à temps',
  unreachable: 'l’outil n’a pas pu être joint',
}

const topics = {
  booking: 'Les réservations',
  workshop: 'Les ateliers',
  closure: 'Les fermetures',
  call: 'Les appels à passer',
} as const satisfies Record<HookView['topics'][number], string>

const told = {
  booking: 'des réservations',
  workshop: 'des ateliers',
  closure: 'des fermetures',
  call: 'des appels à passer',
} as const satisfies Record<HookView['topics'][number], string>

const answered = (answer: string): string =>
  /^\d+$/.test(answer) ? `l’outil a répondu « ${answer} »` : (ANSWERS[answer] ?? 'l’adresse ne convient pas')

export const hooks = {
  page: 'Annonces',
  title: 'Annonces',
  lead: 'Un autre outil peut être prévenu dès qu’il se passe quelque chose : l’agenda de la commune, un écran à l’entrée. Aucun nom n’est envoyé.',
  see: 'Voir les outils prévenus',
  back: 'Outils reliés',
  all: 'Tous les outils prévenus',
  told: 'Les outils prévenus',
  none: 'Aucun outil n’est prévenu.',
  topics,
  about: (names: HookView['topics']) => `Prévenu ${listWords(names.map((name) => told[name]))}.`,
  state: ({ pause, failingSince }: HookView) => {
    if (pause === 'gone') return 'En pause : l’outil dit qu’il n’existe plus.'
    if (pause) return 'En pause : rien n’est arrivé pendant trois jours.'
    return failingSince ? 'Les dernières annonces n’arrivent pas. Nous réessayons.' : 'Tout arrive.'
  },
  deliveries: 'Voir les annonces',
  deliveriesOf: (name: string) => ` de ${name}`,

  link: 'Prévenir un autre outil',
  name: 'Le nom de l’outil',
  nameHint: 'Par exemple : agenda de la mairie.',
  nameMissing: 'Écrivez le nom de l’outil, sur une ligne.',
  url: 'L’adresse à prévenir',
  urlHint: 'Elle commence par https://. La personne qui s’occupe de l’outil vous la donne.',
  urlMissing: 'Écrivez une adresse qui commence par https://, sans mot de passe ni numéro de port.',
  what: 'Ce qui est annoncé',
  whatMissing: 'Choisissez au moins une chose à annoncer.',
  make: 'Prévenir cet outil',
  working: 'Un instant…',
  made: (name: string) => `Le secret de « ${name} »`,
  madeLead:
    'Copiez-le maintenant et donnez-le à la personne qui s’occupe de l’outil. Il prouve qu’une annonce vient d’ici. Il ne sera plus jamais montré.',
  secretLabel: 'Le secret, à copier en entier',
  copy: 'Copier le secret',
  copied: 'Le secret est copié.',
  notCopied: 'La copie n’a pas marché : sélectionnez le secret en entier, puis copiez-le.',
  kept: 'J’ai gardé le secret',
  linked: (name: string) => `« ${name} » sera prévenu.`,
  replaced: 'Le secret est remplacé.',

  trial: 'Envoyer un essai',
  tried: (answer: string, arrived: boolean) =>
    arrived ? 'L’essai est bien arrivé.' : `L’essai n’est pas arrivé : ${answered(answer)}.`,
  resume: 'Reprendre les annonces',
  resumed: 'Les annonces reprennent. Celles qui attendaient partent dans la minute.',
  replayAll: 'Renvoyer ce qui n’est pas arrivé',
  replay: 'Renvoyer',
  replayOf: (type: DeliveryView['type'], at: string) => ` : ${types[type]}, ${momentWords(at)}`,
  replayed: (count: number, isWhole: boolean) => {
    const left = isWhole ? '' : ' Il en reste : recommencez ensuite.'
    return `${count === 1 ? 'Une annonce repart' : `${count} annonces repartent`} dans la minute.${left}`
  },
  replace: 'Remplacer le secret',
  sureToReplace: 'Un nouveau secret sera montré une fois. L’ancien vaut encore un jour.',
  yesReplace: 'Oui, le remplacer',
  noReplace: 'Non, le garder',
  remove: 'Ne plus prévenir cet outil',
  sureToRemove: (name: string) => `Ne plus prévenir « ${name} » ? Ce qui n’est pas arrivé sera perdu.`,
  yesRemove: 'Oui, arrêter',
  noRemove: 'Non, continuer',
  removed: 'Cet outil n’est plus prévenu.',

  sent: 'Les annonces des 30 derniers jours',
  noneSent: 'Il ne s’est encore rien passé.',
  notWhole: 'Seules les plus récentes sont montrées.',
  moment: (at: string, today: string) => momentWords(at, today),
  outcome: ({ state, tries, answer }: DeliveryView, nextAt: string | undefined) => {
    if (state === 'delivered') return 'Arrivée.'
    const why = answer === undefined ? '' : ` : ${answered(answer)}`
    if (state === 'set-aside') return `Pas arrivée après trois jours${why}.`
    if (tries === 0) return 'Elle part dans la minute.'
    const next = nextAt ? ` Prochain essai : ${momentWords(nextAt)}.` : ''
    return `Pas encore arrivée, ${tries === 1 ? 'un essai' : `${tries} essais`}${why}.${next}`
  },
  type: (type: DeliveryView['type']) => types[type],
} as const

const types: Record<DeliveryView['type'], string> = {
  'booking.made': 'Nouvelle réservation',
  'booking.moved': 'Réservation déplacée',
  'booking.approved': 'Demande acceptée',
  'booking.accepted': 'Proposition acceptée',
  'booking.cancelled': 'Réservation annulée',
  'booking.attended': 'Personne venue',
  'booking.no-show': 'Personne absente',
  'booking.changed': 'Réservation modifiée',
  'workshop.planned': 'Atelier prévu',
  'workshop.changed': 'Atelier modifié',
  'workshop.cancelled': 'Atelier annulé',
  'closure.announced': 'Fermeture',
  'closure.changed': 'Fermeture modifiée',
  'closure.lifted': 'Réouverture',
  'call.opened': 'Appel à passer',
  'call.made': 'Appel passé',
}
