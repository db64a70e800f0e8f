import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import type { Price } from '../../../../../shared/domain/space.ts'
import { bringWords, partyWords } from '../../../../use-cases/words/fr/party-words.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'
import { accessWords, priceWords, wayInWords } from '../../../../use-cases/words/fr/way-in-words.ts'

/** Around every mail. */
export const frame = {
  hello: 'Bonjour,',
  help: 'Besoin d’aide ? Demandez à l’agent, au guichet, ou appelez le 3631.',
  sender: 'Restante',
  link: (words: string, address: string): string => `${words} : ${address}`,
}

/** In several mails; times are in minutes of the day. */
export const common = {
  date: dateWords,
  minutes: minuteWords,
  range: (from: number, to: number): string => `de ${minuteWords(from)} à ${minuteWords(to)}`,
  moment: (date: LocalDate, minute: number): string => `le ${dateWords(date)} à ${minuteWords(minute)}`,
  noMoment: 'la fin du délai',
  subject: (title: string, date: LocalDate, site: string): string => `${title} : ${dateWords(date)}, ${site}`,
  price: (price: Price): string => `Prix : ${priceWords(price)}`,
  access: accessWords,
  wayIn: wayInWords,
  party: partyWords,
  bring: bringWords,
  countsInCounterHours: 'Le délai ne court que quand le guichet du lieu est ouvert.',
  countsInOfficeHours: 'Le délai ne court que du lundi au vendredi, de 9 h à 17 h.',
}
