import { DEMO_STAFF } from './issuer/demo-staff.ts'

const line = (topic: string, words: string): string => `  ${topic.padEnd(10)}${words}`

export const welcomeLines = (origin: string): string[] => [
  `Restante: ${origin} (Ctrl-C stops it)`,
  '',
  line('Search', 'Montmirail for a desk, Montpezat for a room, Rennes or Saint-Étienne for a workshop'),
  line('Sign in', `with any address at ${origin}/connexion: its code comes to the mailbox`),
  line('', 'camille@restante.example has bookings, a series and an association already'),
  line('Mailbox', `${origin}/_mailbox shows every mail: nothing leaves this machine`),
  line('Staff', `signs in at ${origin}/connexion with a demo account, without password:`),
  ...DEMO_STAFF.map(({ name }) => line('', name)),
  line('Locks', `${origin}/_lock shows what the keypad of Sézanne was told`),
  line('Data', 'is kept in .restante: remove it to start afresh'),
]
