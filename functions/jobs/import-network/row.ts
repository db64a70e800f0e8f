/** By column name in lower case without accents: `Libellé_du_site` is `libelle_du_site`. */
export type Fields = Readonly<Record<string, string>>

/** `line` counts from 1, header included. */
export type Row = { readonly line: number; readonly fields: Fields }

export type RefusedRow = { readonly file: string; readonly line: number; readonly reason: string }
