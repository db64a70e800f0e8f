export const calendarWords = {
  space: 'Espace réservé',
  phone: (phone: string): string => `Téléphone du lieu : ${phone}`,
  reference: (reference: string): string => `Référence ${reference}`,
}
