export const codeLink = {
  title: 'Le code de votre e-mail',
  lead: 'Tapez-le sur la page où vous l’avez demandé, sur le même appareil. Ailleurs, il ne sert à rien.',
  absent: 'Il n’y a pas de code dans cette adresse. Recopiez celui qui est écrit dans l’e-mail.',
  notAsked: 'Vous n’avez rien demandé ? Fermez cette page : personne n’entre à votre place.',
} as const
