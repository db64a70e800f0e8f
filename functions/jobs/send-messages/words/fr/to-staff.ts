import type { Charge } from '../../../../../shared/domain/charge.ts'
import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'

const WHY_YOU: Readonly<Record<Charge, string>> = {
  site: 'Vous recevez ce message parce que vous êtes responsable de ce lieu.',
  office: 'Ce lieu n’a pas de responsable. Vous recevez ce message parce qu’il dépend de votre bureau.',
  departement:
    'Ce lieu n’a pas de responsable. Vous recevez ce message parce que vous l’êtes pour son département.',
  network:
    'Ce lieu n’a pas de responsable, son département non plus. Vous recevez ce message pour le réseau.',
}

/** Names neither the use nor its author: people in charge read them after signing in. */
export const proposed = {
  subject: (site: string): string => `Une idée pour ${site}`,
  says: (site: string): string => `Quelqu’un propose un usage pour ${site}.`,
  action: 'Lire son idée et lui répondre',
  whyYou: WHY_YOU,
}

/** Of the owner of the premises, to a space that is lent. */
export const consent = {
  asked: {
    subject: (site: string): string => `Votre accord pour un espace prêté à ${site}`,
    says: (site: string, space: string): string => `Un espace est maintenant prêté à ${site} : ${space}.`,
    yours: 'Les locaux sont à vous : dites si vous êtes d’accord. Sans réponse, il reste prêté.',
    action: 'Répondre',
    whyYou: 'Vous recevez ce message parce que vous représentez le propriétaire de ces locaux.',
  },
  subject: (site: string): string => `L’accord du propriétaire à ${site}`,
  given: (space: string): string =>
    `Le propriétaire des locaux est d’accord pour prêter cet espace : ${space}.`,
  ended: (space: string, lastDay: LocalDate): string =>
    `Le propriétaire des locaux n’est plus d’accord pour prêter cet espace : ${space}. Dernier jour : ${dateWords(lastDay)}. Les personnes qui avaient réservé pour la suite sont prévenues.`,
  action: 'Voir les locaux',
}

/** Of a tool that was told of what happens; `of` is the place or the association. */
export const hookPaused = {
  departement: (code: string): string => `département ${code}`,
  subject: (tool: string, of: string): string => `L’outil « ${tool} » ne reçoit plus rien : ${of}`,
  failing: (tool: string): string =>
    `Depuis trois jours, nos annonces n’arrivent plus à l’outil « ${tool} ». Nous avons arrêté d’essayer.`,
  gone: (tool: string): string =>
    `L’outil « ${tool} » a répondu qu’il n’existe plus à cette adresse. Nous ne lui envoyons plus rien.`,
  next: 'Les annonces sont gardées un mois. Prévenez la personne qui s’occupe de cet outil. Quand il est réparé, appuyez sur « Reprendre les annonces » : elles partiront toutes.',
  action: 'Voir cet outil',
  whyYou: {
    ...WHY_YOU,
    departement: 'Vous recevez ce message parce que vous êtes responsable pour ce département.',
    association: 'Vous recevez ce message parce que vous êtes responsable de cette association.',
  },
}

/** Of a calendar elsewhere that takes a space. */
export const outsideUnread = {
  subject: (site: string): string => `Un agenda ne se lit plus à ${site}`,
  says: (space: string): string =>
    `Depuis plus d’un jour, nous ne pouvons plus lire l’autre agenda de cet espace : ${space}.`,
  means:
    'Les heures lues avant restent prises. Ce qui y est noté depuis n’est pas connu ici : quelqu’un peut réserver une heure déjà prise là-bas.',
  action: 'Voir pourquoi',
  actionFromAfar: 'Voir les réservations du lieu',
}
