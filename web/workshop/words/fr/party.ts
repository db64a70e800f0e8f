type Seated = { readonly places: number; readonly guest?: string | undefined }

export const party = {
  who: 'Pour qui ?',
  whos: { me: 'Pour moi', two: 'Pour moi et une autre personne', other: 'Pour quelqu’un d’autre' },
  guest: 'Son prénom',
  guestHint: {
    two: 'Facultatif. Deux places vous sont gardées ensemble.',
    other: 'L’équipe saura qui vient. Les messages arriveront chez vous.',
  },
  guestMissing: 'Écrivez le prénom de la personne qui vient.',
  oneLeft: 'Il reste 1\u00A0place. Pour venir à deux, vous pouvez attendre deux places ensemble.',
  oneLeftTitle: 'Il ne reste qu’une place',
  oneLeftLead: (rank: number) =>
    `Vous pouvez attendre deux places ensemble, au rang ${rank}. Ou venir sans l’autre personne.`,
  waitForTwo: 'Attendre deux places',
  takeOne: 'Prendre la place qui reste',
  seated: ({ places, guest }: Seated): string => {
    if (places > 1) return `Vous avez deux places${guest ? ` : vous et ${guest}` : ''}.`
    return guest ? `${guest} a une place.` : 'Vous avez une place.'
  },
  offered: ({ places, guest }: Seated): string => {
    if (places > 1) return `Deux places sont gardées pour vous${guest ? ` et ${guest}` : ''}.`
    return `Une place est gardée pour ${guest ?? 'vous'}.`
  },
  waitingForTwo:
    'Pour deux places ensemble. Une place seule, si elle se libère, ira à la personne suivante de la liste.',
  waitForOne: 'Attendre une seule place',
  newcomersFirst: (day: string) =>
    `Jusqu’au ${day}, les places sont pour les personnes qui ne sont pas encore venues. Les autres s’inscrivent sur la liste d’attente, et ont ensuite les places qui restent.`,
  notBefore: (day: string) =>
    `À partir du ${day}, les places qui restent seront proposées dans l’ordre de la liste.`,
} as const
