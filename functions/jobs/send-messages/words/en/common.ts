import { bringWords, partyWords } from '../../../../use-cases/words/en/party-words.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import { accessWords, priceWords, wayInWords } from '../../../../use-cases/words/en/way-in-words.ts'
import type * as fr from '../fr/common.ts'

export const frame: typeof fr.frame = {
  hello: 'Hello,',
  help: 'Need help? Ask at the post office counter, or call 3631 (mostly in French).',
  sender: 'Restante',
  link: (words, address) => `${words}: ${address}`,
}

export const common: typeof fr.common = {
  date: dateWords,
  minutes: minuteWords,
  range: (from, to) => `${minuteWords(from)} to ${minuteWords(to)}`,
  moment: (date, minute) => `${dateWords(date)} at ${minuteWords(minute)}`,
  noMoment: 'the end of the time to answer',
  subject: (title, date, site) => `${title}: ${dateWords(date)}, ${site}`,
  price: (price) => `Price: ${priceWords(price)}`,
  access: accessWords,
  wayIn: wayInWords,
  party: partyWords,
  bring: bringWords,
  countsInCounterHours: 'Only the hours when the post office counter is open count.',
  countsInOfficeHours: 'Only the hours from Monday to Friday, 9 am to 5 pm, count.',
}
