import { hourWords } from '../../../kit/words/fr/time-words.ts'

const clock = (moment: string) => hourWords(moment.slice(11))

export const doorWords = {
  title: 'Le code de la porte',
  later: (from: string, until: string) =>
    `Le code s’affichera ici le jour même. Il ouvrira la porte de ${clock(from)} à ${clock(until)}.`,
  when: (from: string, until: string) => `Il ouvre la porte de ${clock(from)} à ${clock(until)}.`,
  alone: 'Il est à vous seul : ne le donnez à personne.',
  awaited: 'La porte ne connaît pas encore votre code. Relisez cette page dans une minute.',
  awaitedByHand:
    'L’équipe du lieu n’a pas encore tapé votre code sur le clavier. Relisez cette page avant de venir.',
  stillAwaited: 'Toujours rien ? Demandez à l’agent, au guichet, ou appelez le lieu.',
  again: 'Relire',
  next: 'Vous n’avez rien à imprimer : le code ouvre la porte.',
  withheld: 'Un code ouvre la porte. Seule la personne qui a réservé peut le lire.',
} as const
