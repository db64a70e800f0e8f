export const series = {
  page: 'Votre série',
  title: 'Votre série',
  booked: (count: number) =>
    count > 1 ? `${count} dates réservées` : count === 1 ? 'Une date réservée' : 'Aucune date',
  unfinished:
    'Toutes les dates ne sont pas encore réservées. Refaites la même demande : rien ne sera pris deux fois.',
  rolling: 'Cette série continue : vos prochaines dates seront réservées au fil des jours.',
  pending: 'pas encore réservée',
  requested: 'demande envoyée',
  cancelled: 'annulée',
  cancelledBecause: (reason: string) => `annulée : ${reason}`,
  cancelledFor: {
    staff: 'par le lieu',
    closure: 'fermeture exceptionnelle',
    'hours-changed': 'les horaires ont changé',
    'lending-changed': 'l’espace n’est plus prêté ainsi',
  },
  stays: 'a commencé : elle ne s’annule plus',
  reference: 'référence',
  refusedTitle: (count: number) =>
    count > 1 ? `${count} dates ne sont pas possibles` : 'Une date n’est pas possible',
  datesTitle: 'Vos dates',
  restTitle: 'Ce qui n’est pas réservé',
  instead: 'À la place :',
  absent: 'Nous ne trouvons pas cette série.',
  absentLead: 'Vérifiez l’adresse, ou cherchez vos dates dans vos réservations.',
  cancelTitle: 'Annuler des dates',
  cancelLead: 'Une seule date s’annule depuis sa page.',
  from: 'Cette date et les suivantes',
  cancel: 'Annuler ces dates',
  stop: 'Arrêter la série',
  sure: (count: number) => {
    if (count === 0) return 'Arrêter cette série ?'
    return count > 1 ? `Annuler ${count} dates ? Elles seront rendues tout de suite.` : 'Annuler cette date ?'
  },
  yes: 'Oui, annuler',
  no: 'Non, je les garde',
  working: 'Nous annulons…',
  done: 'C’est annulé.',
} as const
