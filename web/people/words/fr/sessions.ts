import type { SessionView } from '../../../../shared/contracts/auth-views.ts'

const DEVICES: Record<SessionView['device'], string> = {
  phone: 'Téléphone',
  tablet: 'Tablette',
  computer: 'Ordinateur',
  other: 'Autre appareil',
}

export const sessions = {
  page: 'Mes connexions',
  title: 'Mes connexions',
  lead: 'Les appareils où vous êtes connecté. Vous n’en reconnaissez pas un ? Déconnectez-le.',
  device: ({ device }: SessionView) => DEVICES[device],
  current: 'celui-ci',
  opened: (moment: string) => `Connecté le ${moment}`,
  seen: (moment: string) => `Utilisé le ${moment}`,
  means: { code: 'par un code reçu par e-mail', issuer: 'avec un compte professionnel' },
  close: 'Déconnecter',
  closeThat: (device: string, moment: string) => `${device}, connecté le ${moment}`,
  closed: 'C’est déconnecté.',
  closedLead: 'Pour s’y reconnecter, il faudra un nouveau code ou votre compte professionnel.',
  closeAll: 'Me déconnecter partout',
  closeAllLead: 'Ici aussi. Vos réservations restent.',
  back: 'Mes réservations',
} as const
