/** Where a taken hour may be waited for. */
export const waiting = {
  put: 'Mettre sur la liste d’attente',
  lead: 'Ou la personne attend cette heure-là : vous l’appellerez si elle se libère.',
  leadWithoutPhone:
    'Ou la personne attend cette heure-là. Écrivez son téléphone plus haut : vous l’appellerez si elle se libère.',
} as const
