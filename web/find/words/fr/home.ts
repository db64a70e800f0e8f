export const home = {
  title: ['La poste est fermée ce matin ?', 'La place est à vous.'],
  page: 'Réserver une place libre à la poste',
  lead: 'Un bureau, une salle, un atelier numérique : réservez ce qui reste libre près de chez vous.',
  choicesTitle: 'Que voulez\u2011vous faire ?',
  choices: {
    desk: { title: 'Travailler au calme', detail: 'une place de bureau, une heure ou la journée' },
    room: { title: 'Réunir mon association', detail: 'la salle entière, pour vous seuls' },
    workshop: { title: 'Apprendre le numérique', detail: 'un atelier en petit groupe' },
  },
  exampleTitle: 'Un mardi comme un autre',
  exampleFree: 'libre de 8 h à 14 h',
  exampleCounter: 'guichet de 14 h à 18 h',
  exampleText:
    'Tant que le guichet est fermé, la pièce est chauffée, éclairée, connectée. Restante la prête, place par place.',
  postmark: { place: 'Près de vous', lines: ['CE MATIN', '8 h – 12 h'] },
  postcard: ['Poste restante', 'Mme Vous', 'Une place au calme', 'Près de chez vous'],
} as const
