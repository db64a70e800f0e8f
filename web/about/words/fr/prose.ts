import type { ProseText } from '../../../kit/prose.tsx'

export const accessibility: ProseText = {
  page: 'Accessibilité : non conforme',
  title: 'Accessibilité',
  lead: 'Restante veut être utilisable par tout le monde. Voici où nous en sommes, sans l’enjoliver.',
  sections: [
    {
      title: 'État de conformité : non conforme',
      blocks: [
        'Sans audit selon le RGAA 4.1.2, ces pages sont déclarées non conformes. Nous n’annonçons ni taux, ni certification.',
      ],
    },
    {
      title: 'Ce qui est vérifié',
      blocks: [
        [
          'chaque page passe les contrôles automatiques d’axe-core, qui ne voient qu’une partie des défauts ;',
          'une réservation se fait entièrement au clavier ;',
          'les pages tiennent à 320 pixels de large, et sur un téléphone avec un texte deux fois plus grand ou plus espacé ;',
          'les couleurs suivent votre appareil, clair ou sombre, et le mode à contraste renforcé.',
        ],
      ],
    },
    {
      title: 'Ce qui ne l’est pas encore',
      blocks: [
        [
          'les lecteurs d’écran : aucun essai suivi avec des personnes qui s’en servent tous les jours ;',
          'la plupart des 106 critères du RGAA, qui se contrôlent à la main.',
        ],
      ],
    },
    {
      title: 'Une difficulté ?',
      blocks: [
        'Dites-le au 3631 ou à l’agent, au guichet : on réserve pour vous, aux mêmes conditions, et votre remarque nous est utile.',
        'Si vous n’obtenez pas de réponse, le Défenseur des droits peut vous aider : 09 69 39 00 00.',
      ],
    },
  ],
}

export const legal: ProseText = {
  page: 'Mentions légales',
  title: 'Mentions légales',
  lead: 'Qui tient ces pages, et à quelles conditions.',
  sections: [
    {
      title: 'Éditeur et hébergement',
      blocks: [
        'L’organisme qui met ce service en ligne en est l’éditeur : son nom, son adresse, le responsable de la publication, le délégué à la protection des données et l’hébergeur sont à écrire ici avant l’ouverture au public.',
      ],
    },
    {
      title: 'Le logiciel',
      blocks: ['Restante est un logiciel libre, sous licence EUPL 1.2. Il n’est pas édité par La Poste.'],
    },
    {
      title: 'Les données des lieux',
      blocks: [
        'Les noms, adresses et horaires viennent des données ouvertes de La Poste : liste des points de contact (Licence Ouverte 2.0) et calendrier d’ouverture (ODbL). Ils peuvent changer : en cas de doute, appelez le lieu.',
        'Les contours des départements, sur les cartes, sont simplifiés à partir d’Admin Express 2018 de l’IGN (Licence Ouverte). Les cartes sont dessinées par ce site : votre recherche n’est envoyée à personne d’autre.',
      ],
    },
    {
      title: 'Réserver',
      blocks: [
        'Une réservation est un service, non un bail. Elle se fait en ligne, au 3631 ou au guichet, aux mêmes conditions.',
      ],
    },
  ],
}
