const people = (count: number): string => {
  if (count === 0) return 'personne encore'
  return count > 1 ? `${count} inscrits` : '1 inscrit'
}

export const absence = {
  page: 'Une absence',
  title: (day: string) => `Absence du ${day}`,
  of: (name: string, day: string) => `Absence de ${name}, le ${day}`,
  lead: 'Dites qui anime à votre place. Les inscrits le sauront tout de suite.',
  leadOf: 'Dites qui anime à sa place. Les inscrits le sauront tout de suite.',
  none: 'Rien à changer ce jour-là.',
  noDay: 'Choisissez un jour dans votre semaine.',
  noColleague: 'Passez par la page « Changer » d’un atelier pour dire l’absence d’un collègue.',
  people,
  who: 'Qui remplace',
  cancel: 'Personne : annuler',
  goesOn: (names: string) => `Personne : continuer avec ${names}`,
  busy: (name: string) => `${name} : pas libre`,
  tooFar: (name: string, place: string) => `${name} : trop loin, à ${place}`,
  why: 'Un mot pour les inscrits, en cas d’annulation',
  whyHint: 'Par exemple : Sophie est malade. Vous pouvez ne rien écrire.',
  confirm: 'Confirmer l’absence',
  working: 'Nous notons l’absence…',
  done: 'C’est noté',
  notAll: 'Tout n’est pas encore fait',
  passed: (name: string) => `Maintenant avec ${name}.`,
  cancelled: 'Annulé. Chaque inscrit reçoit un e-mail, ou est à appeler.',
  refused: (why: string) => `Pas changé : ${why}`,
  again: 'Choisir pour ceux qui restent',
  week: 'Voir ma semaine',
  toCall: 'Les personnes sans e-mail sont à appeler : elles sont dans la page « À traiter » du lieu.',
} as const
