export const calendarWords = {
  space: 'Espace réservé',
  phone: (phone: string): string => `Téléphone du lieu : ${phone}`,
  reference: (reference: string): string => `Référence ${reference}`,
}

export const feedWords = {
  full: (space: string): string => `${space} : complet`,
  taken: (space: string, taken: number, capacity: number): string =>
    `${space} : ${taken} ${taken > 1 ? 'places prises' : 'place prise'} sur ${capacity}`,
}
