/** Words about a lent space that several rooms say. */
export const spaceWords = {
  access: {
    'counter-staff': 'L’agent vous accueille au guichet.',
    'key-holder': 'La clé vous est remise près du lieu.',
    'door-code': 'Un code ouvre la porte.',
  },
  nothing: 'Pas encore d’espace prêté ici. Demandez à l’agent, au guichet, ou appelez le 3631.',
  holiday: 'jour férié',
} as const
