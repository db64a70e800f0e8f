/** Words of all pages about one booking. */
export const oneBooking = {
  page: 'Votre réservation',
  absent: 'Nous ne trouvons pas cette réservation.',
  absentLead: 'Vérifiez l’adresse, ou cherchez-la dans vos réservations.',
} as const
