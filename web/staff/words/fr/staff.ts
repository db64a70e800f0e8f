import type { StaffPageName } from '../../staff-pages.ts'

/** Words of all staff pages. */
export const staff = {
  pages: {
    planning: 'La semaine',
    demandes: 'À traiter',
    guichet: 'Réserver pour quelqu’un',
    cles: 'Les clés',
    planifier: 'Planifier des ateliers',
    fermer: 'Fermer',
    idees: 'Les idées',
    espaces: 'Les espaces',
    regles: 'Les règles',
    locaux: 'Les locaux',
    adherents: 'Membres',
    chiffres: 'Les chiffres',
    droits: 'L’équipe',
    outils: 'Outils reliés',
    journal: 'Le journal',
  } satisfies Partial<Record<StaffPageName, string>>,
  places: 'Mes lieux',
  back: 'Revenir à la semaine',
  somebody: 'Quelqu’un',
  workshop: (title: string) => `Atelier : ${title}`,
  permanence: (title: string) => `Permanence : ${title}`,
  signIn: 'Se connecter',
  signedOut: 'Cette page est pour les personnes qui travaillent dans le lieu. Connectez-vous pour la voir.',
  secondFactor:
    'Cette page demande une connexion professionnelle, confirmée par votre téléphone ou votre clé.',
  noRight:
    'Vous n’avez pas, ou plus, de droit pour cette page dans ce lieu. Demandez une invitation à son responsable.',
  noSite: 'Choisissez d’abord un lieu.',
} as const
