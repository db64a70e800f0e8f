const CALLS = [
  ['', 'Pas besoin d’appeler'],
  ['1', 'Une heure avant'],
  ['24', 'La veille'],
  ['48', 'Deux jours avant'],
  ['168', 'Une semaine avant'],
] as const

/** How one says what opens a space. */
export const accessForm = {
  legend: 'Pour entrer',
  kinds: {
    'key-holder': 'Une clé est à retirer',
    'door-code': 'Un code ouvre la porte',
    host: 'Quelqu’un vient ouvrir',
    'counter-staff': 'L’agent ouvre, quand le guichet est ouvert',
    open: 'Il n’y a rien à ouvrir',
  },
  unstaffed:
    'Vous prêtez l’espace quand le guichet est fermé : l’agent n’est pas là pour ouvrir. Choisissez une clé, un code ou quelqu’un qui vient ouvrir.',
  note: 'Autre chose à savoir pour entrer (facultatif)',
  noteHint: 'Tout le monde le lit : jamais de code ici.',
  phoneWrong: 'Écrivez un numéro de téléphone, comme 03 26 81 20 00.',
  keeper: {
    name: 'Où est la clé ?',
    nameHint: 'Par exemple « Mairie de Montmirail » ou « Boulangerie de la place ».',
    address: 'Adresse',
    phone: 'Téléphone (facultatif)',
    hours: (at: number) => (at === 1 ? 'Quand peut-on la retirer ?' : `Autres heures (${at})`),
    days: 'Jours',
    start: 'De',
    end: 'À',
    add: 'Ajouter d’autres heures',
    remove: 'Retirer les dernières heures',
    nameMissing: 'Dites où retirer la clé.',
    addressMissing: 'Écrivez l’adresse où retirer la clé.',
    daysMissing: 'Choisissez au moins un jour.',
    timeWrong: 'La fin vient après le début.',
    mixed: 'Deux horaires du même jour se chevauchent.',
  },
  host: {
    name: 'Qui vient ouvrir ?',
    nameHint: 'Seuls ceux qui ont réservé lisent ce nom et ce téléphone.',
    phone: 'Téléphone (facultatif)',
    call: 'Quand faut-il l’appeler ?',
    calls: (hours: number | undefined): readonly (readonly [string, string])[] =>
      hours === undefined || CALLS.some(([value]) => value === String(hours))
        ? CALLS
        : [...CALLS, [String(hours), `${hours} heures avant`]],
    nameMissing: 'Écrivez qui vient ouvrir.',
    phoneMissing: 'Écrivez le téléphone à appeler.',
  },
} as const
