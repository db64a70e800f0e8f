/** The languages that people are spoken to in; staff is spoken to in French. */
export const LANGUAGES = ['fr', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** Somebody who is written to. */
export type Reader = { readonly language?: Language | undefined }

/** French for people who never said anything else. */
export const languageOf = ({ language }: Reader): Language => language ?? 'fr'

/** The same words in another language: the same keys, the same parameters. */
export type Translation<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translation<Said>
    : T extends object
      ? { readonly [Key in keyof T]: Translation<T[Key]> }
      : T
