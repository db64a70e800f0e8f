export const associations = {
  page: 'Mes associations',
  title: 'Mes associations',
  lead: 'Réservez au nom d’une association : ses membres voient ce qui est réservé pour elle.',
  signInLead: 'Connectez-vous pour voir vos associations.',
  none: 'Vous n’êtes encore dans aucune association.',
  add: 'Inscrire une association',
  addLead: 'Vous la représenterez : vous pourrez inviter les autres.',
  name: 'Son nom',
  nameMissing: 'Écrivez le nom de l’association.',
  number: 'Son numéro RNA ou SIRET',
  numberHint:
    'RNA : W et neuf chiffres, sur le récépissé de la préfecture ; en Corse et outre-mer, l’un d’eux est une lettre. SIRET : quatorze chiffres.',
  numberWrong:
    'Vérifiez le numéro : W et neuf chiffres (ou une lettre, comme W2A ou W9R), ou les quatorze chiffres du SIRET.',
  submit: 'Inscrire l’association',
  working: 'Un instant…',
  myName: 'Il nous manque votre nom : les autres membres le verront.',
  save: 'Enregistrer mon nom',
  mine: 'Mes réservations',
} as const

export const roleWords = { lead: 'La représente', member: 'Membre' } as const

export const association = {
  page: 'Une association',
  signInLead: 'Connectez-vous pour voir cette association.',
  number: (rna: string | undefined, siret: string | undefined) =>
    rna ? `RNA ${rna}` : `SIRET ${siret ?? ''}`,
  members: 'Qui en fait partie',
  me: '(vous)',
  nameless: 'Sans nom',
  makeLead: 'Lui donner le rôle de représentant',
  makeMember: 'Lui retirer le rôle de représentant',
  withdraw: 'Retirer de l’association',
  of: (name: string) => ` : ${name}`,
  sure: (name: string) => `Retirer ${name} de l’association ? Ce qui est réservé le reste.`,
  yes: 'Oui, retirer',
  no: 'Non',
  leave: 'Quitter cette association',
  leaveSure: 'Quitter cette association ? Ce que vous avez réservé pour elle le reste.',
  leaveYes: 'Oui, la quitter',
  invitations: 'Invitations envoyées',
  withdrawInvitation: 'Retirer l’invitation',
  invite: 'Inviter quelqu’un',
  email: 'Son adresse e-mail',
  emailHint: 'Nous y envoyons un lien, à ouvrir dans les sept jours. Seule cette adresse peut l’accepter.',
  sent: (email: string) => `L’invitation est partie à ${email}.`,
  done: 'C’est fait.',
  book: 'Chercher une place',
  tools: 'Relier un outil de l’association',
  journal: 'Qui est venu, parti, ou a changé de rôle',
  back: 'Mes associations',
} as const

export const bookingFor = {
  legend: 'Pour qui ?',
  me: 'Moi',
} as const
