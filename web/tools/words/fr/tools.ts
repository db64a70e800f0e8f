import type { ApiKeyView } from '../../../../shared/contracts/api-key-views.ts'
import { dayAndYearWords } from '../../../kit/words/fr/time-words.ts'

export const tools = {
  page: 'Outils reliés',
  title: 'Outils reliés',
  lead: 'Un logiciel de la commune ou du département peut travailler avec ce lieu. Il lui faut une clé, que vous créez et retirez ici.',
  leadOfAssociation:
    'Un logiciel de votre association peut réserver pour elle. Il lui faut une clé, que vous créez et retirez ici.',
  departement: (code: string) => `Tout le département ${code}`,
  keys: 'Les clés',
  none: 'Aucun outil n’a de clé.',
  roles: {
    reader: 'Lire',
    writer: 'Lire et réserver',
  } satisfies Record<ApiKeyView['role'], string>,
  roleHints: {
    reader: 'voir ce qui est pris et ce qui reste libre, sans aucun nom',
    writer: 'réserver pour quelqu’un, déplacer ou annuler ce qu’il a réservé, fermer le lieu',
  } satisfies Record<ApiKeyView['role'], string>,
  ofAssociation: 'Réserver pour l’association',
  validUntil: (date: string) => `Valable jusqu’au ${dayAndYearWords(date)}`,
  isOver: (date: string) => `Ne marche plus depuis le ${dayAndYearWords(date)}`,
  lastUsed: (date: string | undefined) =>
    date ? `Servie pour la dernière fois le ${dayAndYearWords(date)}` : 'N’a pas encore servi',
  madeBy: (name: string) => `Créée par ${name}`,
  revoke: 'Retirer cette clé',
  revokeOf: (name: string) => ` : ${name}`,
  sure: (name: string) => `Retirer la clé de « ${name} » ? L’outil s’arrêtera tout de suite.`,
  yes: 'Oui, retirer la clé',
  no: 'Non, la garder',
  revoked: 'La clé est retirée.',
  link: 'Relier un outil',
  name: 'Le nom de l’outil',
  nameHint: 'Par exemple : agenda de la mairie. Il est écrit dans le journal à chaque action.',
  nameMissing: 'Écrivez le nom de l’outil.',
  nameWrong: 'Écrivez un nom court, sur une ligne.',
  role: 'Ce qu’il pourra faire',
  days: 'Pendant combien de temps',
  dayChoices: [
    [30, '30 jours'],
    [90, '90 jours'],
    [180, '6 mois'],
    [365, '1 an'],
  ],
  make: 'Créer la clé',
  working: 'Un instant…',
  made: (name: string) => `La clé de « ${name} »`,
  madeLead:
    'Copiez-la maintenant et donnez-la à la personne qui s’occupe de l’outil. Elle ne sera plus jamais montrée. Qui la possède peut agir à la place de l’outil.',
  keyLabel: 'La clé, à copier en entier',
  copy: 'Copier la clé',
  copied: 'La clé est copiée.',
  notCopied: 'La copie n’a pas marché : sélectionnez la clé en entier, puis copiez-la.',
  kept: 'J’ai gardé la clé',
  linked: (name: string) => `« ${name} » a sa clé.`,
  leadSignedOut:
    'Cette page est pour les personnes qui représentent l’association. Connectez-vous pour la voir.',
  notLead:
    'Vous ne représentez pas, ou plus, cette association. Demandez à quelqu’un qui la représente de relier l’outil.',
  associations: 'Mes associations',
  backToAssociation: 'Revenir à l’association',
  backToSites: 'Mes lieux',
} as const
