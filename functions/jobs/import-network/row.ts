/** Texts by column name, without accents and in small letters: `Libellé_du_site` is `libelle_du_site`. */
export type Fields = Readonly<Record<string, string>>

/** `line` is counted from 1 in the file, header included. */
export type Row = { readonly line: number; readonly fields: Fields }

export type RefusedRow = { readonly file: string; readonly line: number; readonly reason: string }
