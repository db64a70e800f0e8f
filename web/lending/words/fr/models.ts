/** The name of a space until its manager changes it. */
export const modelNames = {
  office: 'Bureau',
  'shared-office': 'Bureau partagé',
  'meeting-room': 'Salle de réunion',
  'shared-room': 'Espace partagé',
  'digital-island': 'Îlot numérique',
  'workshop-room': 'Salle d’ateliers',
} as const
