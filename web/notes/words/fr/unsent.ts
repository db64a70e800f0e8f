export const unsent = {
  waiting: (count: number) =>
    count > 1
      ? `${count} présences notées ne sont pas encore enregistrées. Elles sont gardées sur cet appareil, et partiront avec le réseau.`
      : 'Une présence notée n’est pas encore enregistrée. Elle est gardée sur cet appareil, et partira avec le réseau.',
  send: 'Envoyer maintenant',
  sent: 'Vos présences notées sont enregistrées.',
  refused: (count: number, title: string) =>
    count > 1
      ? `${title} : ${count} présences n’ont pas pu être notées.`
      : `${title} : une présence n’a pas pu être notée.`,
  see: 'Revoir les présences',
} as const
