export const beginning = {
  page: 'Prêter un espace',
  title: 'Quel espace prêtez-vous ?',
  lead: 'Choisissez le plus proche : tout pourra changer ensuite.',
  notes: {
    office: 'une personne',
    'shared-office': 'des places de travail',
    'meeting-room': 'la salle entière',
    'shared-room': 'une place ou la salle',
    'digital-island': 'des postes aidés',
    'workshop-room': 'la salle, des ateliers',
  },
  copy: 'Ou copiez un autre lieu',
  copyLead:
    'Ses heures, ses règles et son prix, jamais ses réservations ni ses gens. Tout pourra changer ensuite.',
  field: 'Nom ou commune de ce lieu',
  submit: 'Chercher ce lieu',
  none: 'Aucun lieu de ce nom ne prête d’espace.',
  one: (name: string) => `Copier « ${name} »`,
} as const
