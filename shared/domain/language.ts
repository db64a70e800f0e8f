/** The languages that people are spoken to in; staff is spoken to in French. */
export const LANGUAGES = ['fr', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** The same words in another language: the same keys, the same parameters. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translation<Said>
    : T extends object
      ? { readonly [Key in keyof T]: Translation<T[Key]> }
      : T
