export const common = {
  brand: 'Restante',
  skip: 'Aller au contenu',
  myBookings: 'Mes réservations',
  waiting: 'Un instant…',
  again: 'Réessayer',
  helpTitle: 'Pas à l’aise avec internet ?',
  helpBefore: 'Appelez le ',
  helpNumber: '3631',
  helpAfter: ' ou demandez à l’agent, au guichet : c’est pareil.',
  withoutScript:
    'Cette page a besoin de JavaScript pour montrer les places libres. Sans lui, rien n’est perdu : appelez le 3631, ou demandez à l’agent, au guichet. Les places sont les mêmes, aux mêmes conditions.',
  legalLinks: {
    '/accessibilite': 'Accessibilité : non auditée',
    '/mentions-legales': 'Mentions légales',
    '/confidentialite': 'Confidentialité',
  },
  errorsTitle: (count: number) => (count > 1 ? 'Il y a des choses à corriger' : 'Il y a une chose à corriger'),
  backHome: 'Revenir à l’accueil',
  today: 'aujourd’hui',
  call: (phone: string) => `Appeler le ${phone}`,
} as const
