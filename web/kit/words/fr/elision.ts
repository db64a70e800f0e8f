const VOWEL = /^[aeiouyàâäéèêëîïôöùûü]/i
/** People say `de Yerres`, but `d’Yvetot`. */
const HARD = /^y(?=[aeiou])/i

/** `de Montmirail`, `d’Orbais`, `du Mans`, `des Ulis`. */
export const of = (name: string): string => {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  return VOWEL.test(name) && !HARD.test(name) ? `d’${name}` : `de ${name}`
}
