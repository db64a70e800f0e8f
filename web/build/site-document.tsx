import type { SitePageView } from '../../shared/contracts/site-page.ts'
import { addressWords } from '../find/site-address.tsx'
import { markupOf } from '../find/site-markup.ts'
import { SitePage } from '../find/site-page.tsx'
import { site as words } from '../find/words/fr/site.ts'
import { pageAddress } from '../kit/address-here.ts'
import { languageHere } from '../kit/language-here.ts'
import { common } from '../kit/words/fr/common.ts'
import { FOUND_BY_ALL } from '../pages.ts'
import { type Assets, htmlOf } from './document.tsx'

/** What this build gives every site. */
declare const SITE_ASSETS: Assets

type MarkupProps = { readonly site: SitePageView; readonly origin: string; readonly description: string }

const Markup = ({ site, origin, description }: MarkupProps) => {
  const address = origin + pageAddress(`lieu/${site.id}`, languageHere())
  // In a script, HTML ends at `</`, whatever quotes there are.
  const json = JSON.stringify(markupOf(site, address)).replaceAll('<', '\\u003c')
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={common.brand} />
      <meta property="og:title" content={site.name} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${origin}/icon-512.png`} />
      <meta property="og:locale" content={languageHere() === 'en' ? 'en_GB' : 'fr_FR'} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  )
}

type WrittenFor = { readonly origin: string; readonly policy: string }

/** The file of a site: it names its own policy, as it stays when a later build inlines other styles. */
export const sitePage = (site: SitePageView, { origin, policy }: WrittenFor): string => {
  const description = words.about(addressWords(site), site.spaces.length > 0)
  return htmlOf(
    {
      name: 'lieu',
      path: `lieu/${site.id}`,
      title: site.name,
      description,
      enhanced: true,
      isFound: site.listed,
      content: <SitePage site={site} />,
      policy: <meta http-equiv="content-security-policy" content={policy} />,
      markup: <Markup site={site} origin={origin} description={description} />,
    },
    SITE_ASSETS,
  )
}

/** The pages of the build that search engines may show beside those of sites. */
export const foundByAll = FOUND_BY_ALL.map((name) => pageAddress(name, 'fr'))
