import type { ProseText } from '../../../kit/prose.tsx'

export const offline: ProseText = {
  page: 'Pas de réseau',
  title: 'Il n’y a pas de réseau.',
  lead: 'Cette page n’a encore jamais été ouverte sur cet appareil : il faut du réseau pour la montrer.',
  sections: [
    {
      title: 'Que faire ?',
      blocks: [
        [
          'rapprochez-vous d’une fenêtre ou d’une porte, puis touchez « Réessayer » ;',
          'une réservation déjà ouverte ici reste lisible : elle est dans « Mes réservations » ;',
          'sur place, votre nom ou votre référence suffit : dites-le à l’agent, au guichet.',
        ],
        'C’est pressé ? Appelez le 3631.',
      ],
    },
  ],
}
