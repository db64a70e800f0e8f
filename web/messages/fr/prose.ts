/** A paragraph, or a list of points. */
export type Block = string | readonly string[]

export type Prose = {
  readonly page: string
  readonly title: string
  readonly lead: string
  /** What a postmark beside it says, and whether a button leads home. */
  readonly postmark?: { readonly place: string; readonly lines: readonly [string, string] }
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[]
}

export const lost: Prose = {
  page: 'Page introuvable',
  title: 'Il n’y a rien à cette adresse.',
  lead: 'Retour à l’envoyeur : la page a changé de place, ou l’adresse est incomplète.',
  postmark: { place: 'Retour à l’envoyeur', lines: ['INCONNU', 'à cette adresse'] },
  sections: [
    {
      title: 'Que faire ?',
      blocks: [
        'Cherchez votre commune depuis l’accueil, ou retrouvez une réservation dans « Mes réservations ».',
        'Vous pouvez aussi appeler le 3631, ou demander à l’agent, au guichet.',
      ],
    },
  ],
}

export const unavailable: Prose = {
  page: 'Service indisponible',
  title: 'Le service fait une pause.',
  lead: 'Nous ne pouvons pas vous répondre pour le moment. Vos réservations sont gardées.',
  postmark: { place: 'En souffrance', lines: ['PATIENCE', 'et confiance'] },
  sections: [
    {
      title: 'C’est pressé ?',
      blocks: [
        'Appelez le 3631, ou présentez-vous au guichet : l’agent peut vous renseigner.',
        'Vous avez réservé pour aujourd’hui ? Venez comme prévu, votre nom ou votre référence suffit.',
      ],
    },
  ],
}

export const accessibility: Prose = {
  page: 'Accessibilité : non auditée',
  title: 'Accessibilité',
  lead: 'Restante veut être utilisable par tout le monde. Voici où nous en sommes, sans l’enjoliver.',
  sections: [
    {
      title: 'État : non audité',
      blocks: [
        'Ces pages n’ont pas été auditées selon le RGAA 4.1.2. Nous ne pouvons donc annoncer aucun taux de conformité, ni aucune certification.',
      ],
    },
    {
      title: 'Ce qui est vérifié',
      blocks: [
        [
          'chaque page passe les contrôles automatiques d’axe-core, qui ne voient qu’une partie des défauts ;',
          'une réservation se fait entièrement au clavier ;',
          'les pages tiennent à 320 pixels de large et grossies deux fois ;',
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

export const legal: Prose = {
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

export const privacy: Prose = {
  page: 'Confidentialité',
  title: 'Ce que nous gardons de vous',
  lead: 'Peu de choses, et seulement pour que votre place vous attende.',
  sections: [
    {
      title: 'Quoi, et pourquoi',
      blocks: [
        [
          'votre adresse e-mail : pour vous envoyer un code et savoir que c’est bien vous ;',
          'votre nom, ou celui de votre association : pour qu’on vous reconnaisse sur place ;',
          'vos réservations : le lieu, le jour, les heures, le nombre de places.',
        ],
        'Quand le personnel d’un lieu réserve, déplace ou annule pour vous, nous notons qui l’a fait et quand. Au guichet, on peut aussi noter votre téléphone pour vous prévenir.',
        'Rien n’est donné ni vendu à d’autres. Le lieu où vous réservez voit votre nom et vos réservations chez lui.',
      ],
    },
    {
      title: 'Combien de temps',
      blocks: [
        [
          'une réservation : vingt-quatre mois après sa fin, elle ne porte plus de nom ; elle ne sert plus qu’à compter ;',
          'ce que le personnel a fait pour vous, les droits que vous avez reçus ou perdus : vingt-quatre mois ;',
          'une attente : trente jours après sa date ; une connexion : trente jours ; un code : dix minutes ;',
          'votre adresse et votre nom : tant que vous avez une réservation de moins de vingt-quatre mois, une adhésion ou un droit.',
        ],
        'L’effacement est automatique, chaque nuit. Les copies de sauvegarde disparaissent au bout de trente-cinq jours ; si l’on devait s’en servir, les comptes supprimés le seraient à nouveau.',
      ],
    },
    {
      title: 'Où vous êtes',
      blocks: [
        '« Autour de moi » demande votre position à votre appareil, seulement quand vous touchez ce bouton. Elle est arrondie, sert à cette recherche, et n’est rattachée ni à votre nom ni à votre adresse.',
      ],
    },
    {
      title: 'Aucun traceur',
      blocks: [
        'Pas de publicité, pas de mesure d’audience, rien qui vienne d’un autre site. Quatre témoins (« cookies »), les nôtres : l’un le temps de taper le code, l’autre pour vous garder connecté, le troisième le temps d’une connexion professionnelle, le dernier treize mois au plus, pour que personne ne puisse vous priver d’un code là où vous vous êtes déjà connecté. Entre deux étapes d’une réservation, votre navigateur retient votre nom et votre adresse dans l’onglet ; ils s’effacent à la fin.',
      ],
    },
    {
      title: 'Vos droits',
      blocks: [
        'Dans « Mes données », vous voyez ce que nous gardons, vous l’emportez dans un fichier, et vous supprimez votre compte. Votre nom se change au moment de réserver.',
        'Sans e-mail, ou pour toute question : appelez le 3631 ou demandez à l’agent, au guichet. Le responsable du service et son délégué à la protection des données sont nommés dans les mentions légales. Si la réponse ne vous convient pas, vous pouvez vous adresser à la CNIL.',
      ],
    },
  ],
}
