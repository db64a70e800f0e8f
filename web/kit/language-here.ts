import type { Language } from '../../shared/domain/language.ts'

/** The language of this page; the build says which it is. */
export const languageHere = (): Language => (process.env.RESTANTE_LANGUAGE === 'en' ? 'en' : 'fr')

export const localeHere = (): string => (process.env.RESTANTE_LANGUAGE === 'en' ? 'en-GB' : 'fr-FR')

/** The `lang` of texts by staff, which are French; undefined in pages in French. */
export const langOfStaff = (): 'fr' | undefined => (process.env.RESTANTE_LANGUAGE === 'en' ? 'fr' : undefined)
