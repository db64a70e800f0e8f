import { hourWords } from '../../../kit/words/fr/time-words.ts'

export const kiosk = {
  page: 'Ce qui est libre ici',
  free: 'Libre aujourd’hui',
  later: 'Rien de libre aujourd’hui',
  nothing: 'Rien de libre ces sept jours-ci',
  next: 'Ensuite',
  scan: 'Réservez avec votre téléphone',
  scanLead: 'Visez ce carré avec l’appareil photo, ou écrivez l’adresse :',
  code: (address: string) => `Carré à viser, qui mène à l’adresse ${address}`,
  orCounter: 'Ou demandez au guichet : c’est pareil.',
  seenAt: (time: string) => `Vu à ${hourWords(time)}.`,
  lost: 'Nous ne savons plus ce qui est libre. Demandez au guichet.',
  pause: 'Ne plus mettre à jour',
  resume: 'Mettre à jour',
} as const
