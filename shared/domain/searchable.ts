const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9\n]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/\b(\d{1,2})(?:er|e|eme|ieme)\b/g, '$1')

/** `"St-Gérand-le-Puy"` → `"saint gerand le puy"`, `"Lyon 3ᵉ"` and `"Lyon 3ème"` → `"lyon 3"`. */
export const searchable = (text: string): string => folded(text.replaceAll('\n', ' ')).trim()

/** The same for many lines at once, which is a tenth of the work. */
export const searchableLines = (lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : folded(lines.join('\n'))
        .replace(/ ?\n ?/g, '\n')
        .trim()
        .split('\n')
