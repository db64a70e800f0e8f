import type { Role } from '../../../../shared/domain/rights.ts'

export const roles = {
  agent: 'Agent',
  phone: 'Accueil par téléphone',
  mediator: 'Médiateur ou médiatrice numérique',
  manager: 'Responsable',
  owner: 'Mairie, propriétaire des locaux',
  coordinator: 'Coordination du département',
  network: 'Réseau',
  member: 'Membre',
  lead: 'Responsable',
} as const satisfies Record<Role, string>

export const roleHints = {
  agent: 'réserve pour les gens, les accueille, ferme le lieu',
  phone: 'répond au 3631 : réserve, déplace et annule pour les gens, dans tous les lieux',
  mediator: 'prévoit des ateliers et des permanences, réserve pour les gens, note qui est venu',
  manager: 'prête les espaces, invite l’équipe, et fait tout ce que font les agents',
  owner: 'voit ce qui est occupé, sans les noms, et ferme le lieu',
  coordinator: 'répond aux demandes et aux idées, appelle les gens, ferme un lieu, dans tout le département',
  network: 'invite des responsables, et d’autres pour le réseau',
} as const

export const scopeWords = (scope: string, place: string | undefined): string => {
  if (scope === 'network') return 'Tout le réseau'
  const [kind, name = ''] = scope.split(':')
  return kind === 'departement' ? `Tout le département ${name}` : (place ?? name)
}

export const rights = {
  page: 'L’équipe du lieu',
  title: 'L’équipe',
  lead: 'Qui peut faire quoi dans ce lieu. Un droit que vous retirez cesse tout de suite.',
  who: 'Qui a un droit',
  none: 'Personne n’a encore de droit donné pour ce lieu.',
  me: '(vous)',
  nameless: 'Sans nom',
  withdraw: 'Retirer ce droit',
  withdrawOf: (role: string, name: string) => ` : ${role}, ${name}`,
  sure: (name: string) => `Retirer ce droit à ${name} ?`,
  yes: 'Oui, retirer ce droit',
  no: 'Non, le garder',
  invitations: 'Invitations envoyées',
  until: (date: string) => `à accepter avant le ${date}`,
  withdrawInvitation: 'Retirer l’invitation',
  withdrawInvitationOf: (email: string) => ` à ${email}`,
  invite: 'Inviter quelqu’un',
  email: 'Son adresse e-mail professionnelle',
  emailHint: 'Nous y envoyons un lien, à ouvrir dans les sept jours.',
  emailWrong: 'Écrivez une adresse complète, comme camille@exemple.fr.',
  role: 'Ce qu’elle ou il fera',
  submit: 'Envoyer l’invitation',
  sent: (email: string) => `L’invitation est partie à ${email}.`,
  done: 'C’est fait.',
  working: 'Un instant…',
} as const

export const invitation = {
  page: 'Une invitation',
  title: 'Une invitation pour vous',
  lead: 'Acceptez pour travailler avec Restante dans le lieu que dit le message.',
  accept: 'Accepter l’invitation',
  working: 'Un instant…',
  signIn:
    'Connectez-vous pour accepter : avec votre compte professionnel si vous travaillez dans un lieu, avec l’adresse qui a reçu le message pour une association.',
  goSignIn: 'Se connecter',
  absent: 'Il manque une partie du lien',
  absentLead: 'Ouvrez le lien du message en entier, ou recopiez-le jusqu’au bout.',
  doneTitle: 'C’est accepté',
  done: (role: string, where: string) => `${role} : ${where}.`,
  go: 'Continuer',
} as const
