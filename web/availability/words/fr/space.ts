/** Words about a lent space that several rooms say. */
export const spaceWords = {
  nothing: 'Pas encore d’espace prêté ici. Demandez à l’agent, au guichet, ou appelez le 3631.',
  holiday: 'jour férié',
} as const
