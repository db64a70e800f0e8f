/** Where a taken hour may be waited for. */
export const waiting = {
  put: 'Mettre sur la liste d’attente',
  lead: 'Ou la personne attend cette heure-là : vous l’appellerez si elle se libère.',
  phone: 'Écrivez d’abord son téléphone, plus haut.',
} as const
