import type { ProseText } from '../../../kit/prose.tsx'

export const privacy: ProseText = {
  page: 'Confidentialité',
  title: 'Ce que nous gardons de vous',
  lead: 'Peu de choses, et seulement pour que votre place vous attende.',
  sections: [
    {
      title: 'Quoi, et pourquoi',
      blocks: [
        [
          'votre adresse e-mail : pour savoir que c’est bien vous, et vous écrire au sujet de vos réservations ; les rappels s’arrêtent quand vous voulez ;',
          'votre nom, ou celui de votre association : pour qu’on vous reconnaisse sur place ;',
          'vos réservations : le lieu, le jour, les heures, le nombre de places, et le prénom de qui vient avec vous si vous le donnez ;',
          'pour un atelier ou un rendez-vous : si vous êtes venu, et qui vous l’a conseillé, si l’équipe le note ;',
          'la langue dans laquelle vous lisez ces pages : pour vous écrire dans la même ;',
          'si vous suivez vos réservations dans votre agenda : le nom que vous lui donnez, et le dernier jour où il les a lues.',
        ],
        'Quand le personnel d’un lieu réserve, déplace ou annule pour vous, nous notons qui l’a fait et quand. Au guichet, on peut aussi noter votre téléphone pour vous prévenir.',
        'Rien n’est donné ni vendu à d’autres. Le lieu où vous réservez voit votre nom et vos réservations chez lui. Un autre outil, par exemple l’agenda de la mairie, peut savoir qu’une place est prise, jamais par qui.',
      ],
    },
    {
      title: 'Combien de temps',
      blocks: [
        [
          'une réservation : vingt-quatre mois après sa fin, elle ne porte plus de nom ; elle ne sert plus qu’à compter ;',
          'ce que le personnel a fait pour vous, les droits que vous avez reçus ou perdus : vingt-quatre mois ;',
          'une attente : trente jours après sa date ; une connexion : trente jours ; un code : dix minutes ; un agenda relié : jusqu’à ce que vous le retiriez ;',
          'votre adresse, votre nom et votre langue : tant que vous avez une réservation de moins de vingt-quatre mois, une adhésion ou un droit.',
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
        'Pas de publicité, pas de mesure d’audience, rien qui vienne d’un autre site. Cinq témoins (« cookies »), les nôtres : l’un le temps de taper le code, l’autre pour vous garder connecté, le troisième le temps d’une connexion professionnelle, le quatrième treize mois au plus, pour que personne ne puisse vous priver d’un code là où vous vous êtes déjà connecté, le dernier un an, pour retenir la langue que vous avez choisie. Entre deux étapes d’une réservation, votre navigateur retient votre nom et votre adresse dans l’onglet ; ils s’effacent à la fin.',
      ],
    },
    {
      title: 'Sur votre appareil',
      blocks: [
        'Votre navigateur retient les lieux que vous avez regardés ou gardés. Si vous êtes connecté, il retient aussi vos réservations jusqu’à leur jour, pour que vous les lisiez sans réseau. Nous n’en recevons rien.',
        'Si vous notez qui vient à un atelier, il retient la liste des inscrits jusqu’au soir, pour noter qui est là sans réseau. Ce que vous avez noté, sans aucun nom, reste jusqu’à son envoi, quarante jours au plus, même si vous vous déconnectez.',
        'Tout le reste s’efface quand vous vous déconnectez. Les lieux s’effacent aussi d’un geste, à l’accueil : « Oublier ces lieux ».',
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
