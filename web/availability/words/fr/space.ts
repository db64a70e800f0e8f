/** Words about a lent space that several rooms say. */
export const spaceWords = {
  access: {
    'counter-staff': 'L’agent vous ouvre : présentez-vous au guichet.',
    'key-holder': 'Une clé est à retirer.',
    'door-code': 'Un code ouvre la porte.',
    host: 'Quelqu’un vient vous ouvrir.',
    open: 'C’est ouvert : entrez.',
  },
  nothing: 'Pas encore d’espace prêté ici. Demandez à l’agent, au guichet, ou appelez le 3631.',
  holiday: 'jour férié',
} as const
