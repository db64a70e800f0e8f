/** The source's capitals have lost their accents; the most frequent words get them back. */
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  `abbé allée allées armée châtaigniers château châteaux cité curé député écluse école écoles église égalité étang
  évêché fédérés forêt fraternité fusillés général hôpital hôtel liberté libération lycée maréchal marché médiathèque
  mémorial métairie père poète préfecture président république résidence résistance sénateur théâtre vallée vélodrome`
    .split(/\s+/)
    .map((word) => [word.normalize('NFD').replace(/\p{M}/gu, ''), word]),
)

const PARTICLES = new Set('à au aux d de des du en et l la le les lès lez sous sur un une'.split(' '))

const WAYS = new Set(
  `allée allées avenue bis boulevard chemin cité cour cours esplanade faubourg impasse mail montée parvis
  passage place placette promenade quai quater quartier rocade rond-point route rue ruelle sentier square ter traverse
  venelle voie janvier février mars avril mai juin juillet août septembre octobre novembre décembre`.split(
    /\s+/,
  ),
)

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/\blieu[ -]dit\b/, 'lieu_dit')
    .replace(/(?<![\p{L}\d'])([dl])[ ']+(?=[aeiouyhàâéèêëîïôûœ])/gu, "$1'")
    .split(/([\s'-]+)/)
    .filter((word) => word !== '')
    .map((word) => word.replace('_', '-'))
    .map((word) => (/^\s+$/.test(word) ? ' ' : (ACCENTED[word] ?? word)))

const inCase = (text: string, staysLow: (word: string) => boolean): string => {
  const words = wordsOf(text.trim())
  return words.map((word, at) => (at > 0 && staysLow(word) ? word : capital(word))).join('')
}

/** `RENNES LE GAST` → `Rennes le Gast`, `NOYANT D ALLIER` → `Noyant d'Allier`. */
export const placeCase = (text: string): string => inCase(text, (word) => PARTICLES.has(word))

/** The rest of a commune's name: `LE GAST` → `Le Gast`, `SUR MER` → `sur Mer`. */
export const restOfPlaceCase = (text: string): string =>
  placeCase(text).replace(/^(?:D'|De|Des|Du|En|Sous|Sur)(?![\p{L}])/u, (word) => word.toLowerCase())

/** `9 RUE DE L EGLISE` → `9 rue de l'Église`. */
export const addressCase = (text: string): string =>
  inCase(text, (word) => PARTICLES.has(word) || WAYS.has(word))
