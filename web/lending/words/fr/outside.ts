import type { OutsideCalendarView } from '../../../../shared/contracts/outside-calendar-views.ts'

export const outside = {
  page: 'Un autre agenda',
  title: (space: string) => `L’autre agenda de « ${space} »`,
  lead: 'Cet espace a déjà un agenda, à la mairie ou dans une association ? Donnez son adresse : ses heures prises ne seront plus proposées ici.',
  gone: 'Cet espace n’est plus prêté.',
  address: 'Adresse de l’agenda',
  addressHint:
    'Elle commence par https:// et se termine souvent par .ics. Votre agenda la donne sous « Partager » ou « Exporter ».',
  addressWrong: 'Copiez toute l’adresse, elle commence par https://',
  save: 'Suivre cet agenda',
  change: 'Suivre cette adresse à la place',
  working: 'Un instant…',
  saved: 'C’est enregistré',
  savedLead:
    'Nous le lisons dans la minute, puis toutes les demi-heures. Les réservations déjà prises restent.',
  followed: (host: string) => `Agenda suivi : ${host}`,
  unread: 'Pas encore lu. Revenez dans un instant.',
  readAt: (moment: string) => `Lu le ${moment}`,
  faults: {
    unreachable: 'L’adresse ne répond pas.',
    refused: 'L’adresse répond, mais refuse de donner l’agenda. Vérifiez qu’il est partagé.',
    redirects:
      'L’adresse renvoie vers une autre. Demandez la bonne à qui tient cet agenda, ou copiez-la à nouveau.',
    'not-a-calendar': 'L’adresse répond, mais ce n’est pas un agenda.',
    'too-large': 'Cet agenda est trop lourd pour être lu.',
    'too-many-events': 'Cet agenda a trop d’événements pour être lu.',
    'too-complicated': 'Un rendez-vous répété de cet agenda est trop compliqué à lire.',
  } satisfies Record<NonNullable<OutsideCalendarView['fault']>, string>,
  failing: (moment: string) => `On ne le lit plus depuis le ${moment}. Les heures lues avant restent prises.`,
  clashes: 'Réservés ici et pris là-bas',
  clashesLead: 'Ces réservations restent. Voyez avec qui tient l’autre agenda, puis déplacez ou annulez.',
  noClashes: 'Aucune réservation ne tombe sur une heure prise là-bas.',
  end: 'Ne plus le suivre',
  endSure: 'Ses heures seront de nouveau proposées ici. Continuer ?',
  endYes: 'Oui, ne plus le suivre',
  endNo: 'Non, le suivre encore',
  ended: 'Ce n’est plus suivi',
  endedLead: 'Ses heures sont rendues dans la minute.',
  all: 'Revenir aux espaces',
} as const
