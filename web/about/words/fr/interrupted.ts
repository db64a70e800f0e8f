import type { ProseText } from '../../../kit/prose.tsx'

export const lost: ProseText = {
  page: 'Page introuvable',
  title: 'Il n’y a rien à cette adresse.',
  lead: 'Retour à l’envoyeur : la page a changé de place, ou l’adresse est incomplète.',
  postmark: { place: 'Retour à l’envoyeur', lines: ['INCONNU', 'à cette adresse'] },
  sections: [
    {
      title: 'Que faire ?',
      blocks: [
        'Cherchez votre commune depuis l’accueil, ou retrouvez une réservation dans « Mes réservations ».',
        'Vous pouvez aussi appeler le 3631, ou demander à l’agent, au guichet.',
      ],
    },
  ],
}

export const unavailable: ProseText = {
  page: 'Service indisponible',
  title: 'Le service fait une pause.',
  lead: 'Nous ne pouvons pas vous répondre pour le moment. Vos réservations sont gardées.',
  postmark: { place: 'En souffrance', lines: ['PATIENCE', 'et confiance'] },
  sections: [
    {
      title: 'C’est pressé ?',
      blocks: [
        'Appelez le 3631, ou présentez-vous au guichet : l’agent peut vous renseigner.',
        'Vous avez réservé pour aujourd’hui ? Venez comme prévu, votre nom ou votre référence suffit.',
      ],
    },
  ],
}
