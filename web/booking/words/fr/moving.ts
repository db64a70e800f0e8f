export const moving = {
  page: 'Déplacer une réservation',
  title: 'Changer l’heure ou le jour',
  booking: 'Votre réservation',
  lead: 'Votre réservation reste à son heure tant que la nouvelle n’est pas à vous.',
  submit: 'Déplacer ma réservation',
  submitOther: 'Déplacer à ces heures',
  here: 'Déplacer ici',
  working: 'Nous déplaçons votre réservation…',
  same: 'C’est déjà votre heure',
  sameLead: 'Choisissez-en une autre, ou gardez celle-ci.',
  gone: 'Votre espace n’est plus prêté',
  goneLead: 'Votre réservation reste notée. Vous pouvez la déplacer dans un autre espace du même lieu.',
  goneAlone: 'Votre réservation reste notée, mais rien ne la remplace ici. Appelez le lieu avant de venir.',
  seeSite: (name: string) => `Voir ${name}`,
  space: 'Espace',
} as const

/** For staff that moves a booking for somebody. */
export const staffMoving = {
  ...moving,
  lead: 'La réservation reste à son heure tant que la nouvelle n’est pas prise.',
  submit: 'Déplacer cette réservation',
  working: 'Un instant…',
  booking: 'La réservation',
  same: 'C’est déjà l’heure de cette réservation',
  gone: 'L’espace n’est plus prêté',
  goneLead: 'La réservation reste notée. Vous pouvez la déplacer dans un autre espace du même lieu.',
  goneAlone: 'La réservation reste notée, mais rien ne la remplace ici. Appelez la personne.',
  reason: 'Le motif, qui lui sera dit (facultatif)',
} as const
