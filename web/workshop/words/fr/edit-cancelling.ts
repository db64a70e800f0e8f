export const cancelling = {
  open: { workshop: 'Annuler cet atelier…', permanence: 'Annuler cette permanence…' },
  told: 'Chaque personne inscrite ou en attente reçoit un e-mail, ou est à appeler.',
  instead: (name: string) =>
    `${name} est libre à cette heure : vous pouvez plutôt lui passer la main, plus haut dans cette page.`,
  reason: 'Pourquoi (facultatif)',
  reasonHint: 'Les inscrits le lisent. N’écrivez rien sur la santé de quelqu’un.',
  cancel: { workshop: 'Annuler l’atelier', permanence: 'Annuler la permanence' },
  working: 'Nous annulons…',
} as const
