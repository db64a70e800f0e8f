/** For people who write programs. */
export const referenceWords = {
  page: 'Données ouvertes et outils',
  title: 'Données ouvertes et outils',
  lead: 'Pour qui écrit un programme : chercher un lieu, lire ses heures libres, réserver.',
  description: 'Comment un programme cherche un lieu, lit ses heures libres et réserve.',
  inEnglish: 'Le détail est en anglais, comme le code.',
  files: 'À télécharger',
  document: 'Description de l’interface (OpenAPI 3.1)',
  data: 'Heures libres en données ouvertes, toutes les heures (Licence Ouverte 2.0)',
  assistants: 'Adresse pour les assistants (MCP) : ',
  start: 'Pour essayer',
  startText: 'Remplacez l’adresse par celle de ce site, puis copiez une commande.',
  groups: 'Sommaire',
} as const
