import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

export const closing = {
  page: 'Fermer',
  title: 'Fermer le lieu ou un espace',
  lead: 'Avant de fermer, vous verrez qui est concerné et ce qui l’attend : la place libre la plus proche, proposée à la même heure, ou une annulation.',
  kindTitle: 'Quelle fermeture ?',
  kinds: {
    unexpected: 'Imprévue : maintenant, ou ces jours-ci',
    planned: 'Prévue : plus tard, avec un préavis',
  },
  reason: 'Pourquoi (tout le monde le lira)',
  reasonHint: 'Par exemple : fuite d’eau.',
  from: 'Premier jour',
  to: 'Dernier jour',
  start: 'De (vide : dès le matin)',
  end: 'À (vide : jusqu’au soir)',
  spacesTitle: 'Ce qui ferme',
  spacesHint: 'Rien de coché : tout le lieu ferme.',
  check: 'Voir qui est concerné',
  checking: 'Nous regardons qui est concerné…',
  reasonMissing: 'Écrivez pourquoi, en une ligne.',
  datesWrong: 'Le dernier jour vient avant le premier.',
  hoursWrong: 'L’heure de fin vient avant celle du début.',
  touched: (count: number) => {
    if (count === 0) return 'Personne n’est concerné'
    return count > 1 ? `${count} réservations seront touchées` : 'Une réservation sera touchée'
  },
  from1: 'Rien n’est encore fait. Voici ce qui arrivera si vous fermez maintenant.',
  sums: {
    proposed: (count: number) =>
      count > 1 ? `${count} autres places proposées` : 'une autre place proposée',
    cancelled: (count: number) => (count > 1 ? `${count} annulations` : 'une annulation'),
    standing: (count: number) => (count > 1 ? `${count} personnes restent` : 'une personne reste'),
    calls: (count: number) => (count > 1 ? `${count} personnes à appeler` : 'une personne à appeler'),
  },
  byMail: 'un message lui sera envoyé',
  toCall: (phone: string) => `à appeler au ${phone.replace(/\s/g, '\u00A0')}`,
  noCall: 'à prévenir de vive voix : ni adresse ni téléphone connus',
  seats: (count: number) => (count > 1 ? `${count} inscriptions annulées :` : 'Une inscription annulée :'),
  close: (count: number) => (count > 0 ? 'Fermer et prévenir' : 'Fermer'),
  change: 'Changer quelque chose',
  working: 'Nous fermons, et nous prévenons chacun…',
  report: 'Une fermeture',
  closed: 'C’est fermé.',
  reopened: 'C’est rouvert.',
  reopenedLead: 'Les places sont de nouveau libres. Ce qui a été annulé le reste.',
  unfinished: 'Tout n’est pas encore fait. Continuez : rien ne sera fait deux fois.',
  goOn: 'Continuer',
  phoneTitle: (count: number) => (count > 1 ? `${count} personnes à appeler` : 'Une personne à appeler'),
  staysTitle: 'Déjà sur place',
  toldTitle: (count: number) =>
    count > 1 ? `${count} personnes prévenues par message` : 'Une personne prévenue par message',
  nobody: 'Aucune réservation n’a été touchée.',
  outcomes: {
    proposed: 'Une autre place est proposée',
    cancelled: 'Annulée',
    standing: 'Déjà là, garde sa place',
  },
  proposedAt: (site: string, hours: string) => ` : ${site}, le même jour ${hours}`,
  straight: (distance: string) => `${distance} à vol d’oiseau`,
  reopen: 'Rouvrir',
  reopenSure: 'Rouvrir maintenant ?',
  reopenLead: 'Ce qui a été annulé le reste : les personnes peuvent réserver à nouveau.',
  keep: 'Non, rester fermé',
  print: 'Imprimer la liste',
} as const

export const closingRefusals = {
  'not-found': actNotAllowed,
  past: {
    title: 'Ce moment est passé',
    says: () => 'Choisissez aujourd’hui ou un jour à venir.',
    remedy: 'correct',
  },
  'notice-too-short': {
    title: 'Il faut prévenir plus tôt',
    says: () => 'Choisissez une date plus lointaine, ou dites que c’est imprévu.',
    remedy: 'correct',
  },
  'unknown-space': {
    title: 'Ce lieu n’a pas cet espace',
    says: () => 'Choisissez parmi les espaces du lieu.',
    remedy: 'correct',
  },
  'closure-too-long': {
    title: 'C’est trop long pour une seule fermeture',
    says: ({ mostDays }) => `Fermez ${mostDays} jours au plus, puis prévoyez la suite.`,
    remedy: 'correct',
  },
  invalid: {
    title: 'Quelque chose n’est pas juste',
    says: () => 'Relisez le motif, les jours et les heures (au quart d’heure), puis recommencez.',
    remedy: 'correct',
  },
} as const satisfies Refusals
