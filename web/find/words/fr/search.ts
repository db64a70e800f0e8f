export const search = {
  field: 'Votre commune ou code postal',
  fieldMissing: 'Écrivez le nom de votre commune, ou son code postal.',
  submit: 'Voir ce qui est libre',
  aroundMe: 'Autour de moi',
  locating: 'Nous cherchons où vous êtes…',
  notLocated:
    'Votre appareil ne nous dit pas où vous êtes. Ce n’est pas grave : écrivez votre commune ou son code postal.',
} as const
