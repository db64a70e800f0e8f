import type { Language } from '../../shared/domain/language.ts'
import { isFrenchOnly } from '../french-only.ts'
import type { PagePath } from '../pages.ts'

const PAGE = /^\/([\w-]*|lieu\/\w+)(?=[?#]|$)/

/** The address of a page in English, for pages that have one; any other address stays. */
export const addressInEnglish = (address: string): string => {
  const [, name] = PAGE.exec(address) ?? []
  return name === undefined || isFrenchOnly(name) ? address : `/en${address}`
}

/** The address of a page in the language of this one; the build says which it is. */
export const addressHere = (address: string): string =>
  process.env.RESTANTE_LANGUAGE === 'en' ? addressInEnglish(address) : address

/** Of one page, in one language: `/lieux`, `/en/lieu/09410A`. */
export const pageAddress = (name: PagePath, language: Language): string => {
  const address = name === 'index' ? '/' : `/${name}`
  return language === 'en' ? addressInEnglish(address) : address
}
