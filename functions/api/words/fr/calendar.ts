export const calendarWords = {
  space: 'Espace réservé',
  reference: (reference: string): string => `Référence ${reference}`,
}
