export const search = {
  homeTitle: ['La poste est fermée ce matin ?', 'La place est à vous.'],
  homePage: 'Réserver une place libre à la poste',
  lead: 'Un bureau, une salle, un atelier numérique : réservez ce qui reste libre près de chez vous.',
  field: 'Votre commune ou code postal',
  fieldMissing: 'Écrivez le nom de votre commune, ou son code postal.',
  submit: 'Voir ce qui est libre',
  aroundMe: 'Autour de moi',
  locating: 'Nous cherchons où vous êtes…',
  notLocated:
    'Votre appareil ne nous dit pas où vous êtes. Ce n’est pas grave : écrivez votre commune ou son code postal.',
  choicesTitle: 'Que voulez-vous faire ?',
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

export const results = {
  page: 'Lieux',
  whereTitle: {
    desk: 'Où voulez-vous travailler ?',
    room: 'Où voulez-vous vous réunir ?',
    any: 'Où cherchez-vous ?',
  },
  uses: { desk: 'Une place de bureau', room: 'Une salle entière' },
  searching: 'Recherche des lieux',
  count: (total: number) => (total > 1 ? `${total} lieux` : '1 lieu'),
  forWords: (words: string) => ` pour « ${words} »`,
  around: ' autour de vous',
  none: (words: string) => `Aucun lieu pour « ${words} »`,
  noneAround: 'Aucun lieu à moins de 20 km de vous',
  noneHint:
    'Essayez le code postal, ou le nom d’une commune voisine. Vous pouvez aussi appeler le 3631 : on cherchera avec vous.',
  notLent: 'Pas encore d’espace prêté ici.',
  notLentForUse: {
    desk: 'Pas encore de place de bureau prêtée ici.',
    room: 'Pas encore de salle prêtée ici.',
  },
  nearbyTitle: 'Des places libres près de là',
  nearbyNone:
    'Rien n’est encore prêté à moins de 50 km. Demandez à l’agent, au guichet : les demandes font ouvrir des lieux.',
  matchesTitle: 'Ce que vous avez cherché',
  more: 'Montrer plus de lieux',
  tooMany: (shown: number, total: number) =>
    `Voici les ${shown} premiers lieux sur ${total}. Écrivez le code postal pour en voir moins.`,
  fullWeek: 'Rien de libre ces sept jours-ci.',
  allTimes: 'Tous les horaires de ce lieu',
  newSearch: 'Chercher ailleurs',
  workshops: 'Voir les ateliers numériques de ce lieu',
} as const
