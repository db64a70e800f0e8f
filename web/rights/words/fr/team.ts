export const team = {
  page: 'Mes lieux',
  title: 'Mes lieux',
  signedOut: 'Cette page est pour ceux qui travaillent dans un lieu, ou pour tout le réseau.',
  signIn: 'Se connecter',
  secondFactor:
    'Vous êtes connecté sans confirmation par votre téléphone ou votre clé : les pages de travail restent fermées.',
  none: 'Vous n’avez encore de droit dans aucun lieu.',
  noneLead: 'Demandez une invitation au responsable du lieu : elle arrive par e-mail.',
  attachedTo: (office: string, count: number) =>
    count === 1 ? `${office} : un point rattaché` : `${office} : ${count} points rattachés`,
  lendsNothing: '(rien n’y est prêté)',
  wide: { '/droits': 'Qui a ces droits', '/journal': 'Le journal' },
  tools: 'Outils reliés',
  telephone: 'Répondre au téléphone',
  find: 'Trouver un lieu',
  findHint: 'Une commune, un code postal ou le nom du lieu',
  submit: 'Chercher',
  found: (count: number) =>
    count === 0 ? 'Aucun lieu ne porte ce nom.' : count === 1 ? 'Un lieu trouvé' : `${count} lieux trouvés`,
  signedInAs: 'Vous êtes connecté : ',
  signOut: 'Se déconnecter',
  sessions: 'Mes connexions',
} as const
