import { isFrenchOnly } from '../../french-only.ts'
import type { PagePath } from '../../pages.ts'
import { pageAddress } from '../address-here.ts'
import { languageHere } from '../language-here.ts'
import { frame } from '../words/fr/frame.ts'

type OtherLanguageProps = { readonly name: PagePath; readonly at: 'header' | 'footer' }

/** The edge keeps the choice, so it holds without a script too. */
export const OtherLanguage = ({ name, at }: OtherLanguageProps) => {
  if (isFrenchOnly(name)) return null
  const other = languageHere() === 'fr' ? 'en' : 'fr'
  return (
    <a
      class={`other-language ${at}-link`}
      lang={other}
      hreflang={other}
      href={`${pageAddress(name, other)}?langue=${other}`}
    >
      {frame.otherLanguage}
    </a>
  )
}
