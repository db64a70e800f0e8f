export const common = {
  brand: 'Restante',
  myBookings: 'Mes réservations',
  loading: 'Un instant…',
  again: 'Réessayer',
  helpNumber: '3631',
  errorsTitle: (count: number) =>
    count > 1 ? 'Il y a des choses à corriger' : 'Il y a une chose à corriger',
  backHome: 'Revenir à l’accueil',
  colon: ' : ',
  today: 'aujourd’hui',
  call: (phone: string) => `Appeler le ${phone}`,
} as const
