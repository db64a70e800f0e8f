import { isFrenchOnly } from '../../french-only.ts'
import type { PageName } from '../../pages.ts'
import { languageHere, pageAddress } from '../address-here.ts'
import { frame } from '../words/fr/frame.ts'

/** The edge keeps the choice, so it holds without a script too. */
export const OtherLanguage = ({ name }: { name: PageName }) => {
  if (isFrenchOnly(name)) return null
  const other = languageHere() === 'fr' ? 'en' : 'fr'
  return (
    <a
      id="other-language"
      class="header-link"
      lang={other}
      hreflang={other}
      href={`${pageAddress(name, other)}?langue=${other}`}
    >
      {frame.otherLanguage}
    </a>
  )
}
