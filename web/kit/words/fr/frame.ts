/** Words around every page, in no script. */
export const frame = {
  manifest: '/manifest.webmanifest',
  otherLanguage: 'English',
  skip: 'Aller au contenu',
  helpTitle: 'Pas à l’aise avec internet ?',
  helpBefore: 'Appelez le ',
  helpAfter: ' ou demandez à l’agent, au guichet : c’est pareil.',
  withoutScript:
    'Cette page a besoin de JavaScript pour montrer les places libres. Sans lui, rien n’est perdu : appelez le 3631, ou demandez à l’agent, au guichet. Les places sont les mêmes, aux mêmes conditions.',
  /** Followed by the moment. */
  keptBefore: 'Sans réseau : voici ce qui était là',
  keptMoment: '{day} à {hour}\u00A0h\u00A0{minute}.',
  knownLinks: 'Vos pages',
  myWeek: 'Ma semaine',
  today: 'Aujourd’hui',
  toDoCount: 'à traiter',
  places: 'Mes lieux',
  associations: 'Mes associations',
  heldCount: 'en attente',
  teams: 'Pour les équipes des lieux',
  forTools: 'Données ouvertes',
  legalLinks: {
    '/accessibilite': 'Accessibilité : non conforme',
    '/mentions-legales': 'Mentions légales',
    '/confidentialite': 'Confidentialité',
  },
} as const
