import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/waiting.ts'

export const waiting: typeof fr.waiting = {
  joined: { title: 'You are on the waiting list', says: 'We have noted your request.' },
  first: { title: 'Soon your turn', says: 'You are now first on the waiting list.' },
  turn: (rank) => {
    if (rank === 1) return 'You are next.'
    return rank < 100 ? `You are number ${rank} in line.` : 'You are beyond number 99 in line.'
  },
  window: (date, from, to) => `${dateWords(date)}, between ${minuteWords(from)} and ${minuteWords(to)}`,
  orNear: 'Or another post office nearby.',
  offered: 'As soon as a place becomes free, we write to you and keep it for you for a while.',
  action: 'See my request, or stop waiting',
}
