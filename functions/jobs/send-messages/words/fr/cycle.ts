const datesWords = (count: number): string => `${count} ${count > 1 ? 'dates' : 'date'}`

/** The dates of a cycle that somebody signed up to in one go. */
export const cycle = {
  subject: (count: number, site: string): string => `C’est réservé : ${datesWords(count)}, ${site}`,
  dates: (title: string): string => `Voici vos dates pour les ateliers « ${title} » :`,
  waiting: 'C’est complet à ces dates. Vous êtes sur la liste d’attente :',
  action: 'Voir mes dates ou rendre une place',
}
