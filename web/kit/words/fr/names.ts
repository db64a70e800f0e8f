const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]|^y(?![aeiouéèêë])/i

/** `de` or `à` with the article of a name: `Le Gast` → `du Gast`, `au Gast`; `Les Mureaux` → `des Mureaux`. */
const withArticle = (name: string, masculine: string, plural: string): string | undefined => {
  if (/^Le /.test(name)) return `${masculine} ${name.slice(3)}`
  return /^Les /.test(name) ? `${plural} ${name.slice(4)}` : undefined
}

/** `d’Orbais`, `de Montmirail`, `du Gast`. */
export const ofName = (name: string): string =>
  withArticle(name, 'du', 'des') ?? (VOWEL.test(name) ? `d’${name}` : `de ${name}`)

/** `à Orbais`, `au Gast`, `aux Mureaux`. */
export const atName = (name: string): string => withArticle(name, 'au', 'aux') ?? `à ${name}`
