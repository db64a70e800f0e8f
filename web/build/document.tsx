import { render } from 'preact-render-to-string'
import { LANGUAGES } from '../../shared/domain/language.ts'
import { home } from '../find/words/fr/home.ts'
import { isFrenchOnly } from '../french-only.ts'
import { pageAddress } from '../kit/address-here.ts'
import { Footer } from '../kit/frame/footer.tsx'
import { Header } from '../kit/frame/header.tsx'
import { keepLanguage } from '../kit/keep-language.ts'
import { languageHere } from '../kit/language-here.ts'
import type { Page } from '../kit/page.ts'
import { RibbonPatterns } from '../kit/ribbon/ribbon-patterns.tsx'
import { common } from '../kit/words/fr/common.ts'
import { frame } from '../kit/words/fr/frame.ts'
import type { PageName } from '../pages.ts'
import { NavDrawings } from '../staff/nav-icon.tsx'
import { STAFF_PAGES } from '../staff/staff-pages.ts'

keepLanguage()

type Named = { readonly page: Page; readonly name: PageName }

const Body = ({ page: { View, enhanced }, name }: Named) => (
  <body>
    <a class="skip" href="#contenu">
      {frame.skip}
    </a>
    <RibbonPatterns />
    {name in STAFF_PAGES && <NavDrawings />}
    <Header name={name} isOfStaff={name in STAFF_PAGES} />
    <main id="contenu" class="frame" tabIndex={-1}>
      <div id="kept" class="kept off-paper" role="status" hidden>
        <span>
          {frame.keptBefore} <span data-moment={frame.keptMoment} />
        </span>
        <button class="link" type="button" data-again>
          {common.again}
        </button>
      </div>
      <div id="page">
        <View query={undefined} />
      </div>
      {enhanced && (
        <noscript>
          <p class="without-script">{frame.withoutScript}</p>
        </noscript>
      )}
    </main>
    <p id="announcement" class="for-readers" role="status" />
    <Footer name={name} />
  </body>
)

export type Assets = {
  readonly css: readonly string[]
  /** The inline script, which runs before the page is painted. */
  readonly early: string
  readonly script?: string
  readonly chunks: readonly string[]
}

/** Both languages of a page, for search engines. */
const Alternates = ({ name }: Pick<Named, 'name'>) =>
  isFrenchOnly(name) ? null : (
    <>
      {LANGUAGES.map((language) => (
        <link key={language} rel="alternate" hreflang={language} href={pageAddress(name, language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={pageAddress(name, 'fr')} />
    </>
  )

const Head = ({ page, name, script, chunks }: Named & Omit<Assets, 'css' | 'early'>) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${page.title} · ${common.brand}`}</title>
    {!(name in STAFF_PAGES) && <meta name="description" content={page.description ?? home.lead} />}
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f0e4" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1729" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/icon-180.png" />
    <link rel="manifest" href={frame.manifest} />
    <Alternates name={name} />
    {script && <script type="module" src={script} />}
    {chunks.map((chunk) => (
      <link key={chunk} rel="modulepreload" href={chunk} />
    ))}
  </>
)

/** Forms wait for the script: sent by the browser alone, their content would be lost. */
const disabledForms = (html: string): string =>
  html.replace(/<form[^>]* method="post".*?<\/form>/gs, (form) =>
    form.replaceAll('type="submit"', 'type="submit" disabled'),
  )

/** The HTML of a page; the build writes its inline style and script, so they need no escaping. */
export const documentOf = (page: Page, name: PageName, { css, early, ...assets }: Assets): string => {
  const head = render(<Head page={page} name={name} {...assets} />)
  const styles = css.map((each) => `<style>${each}</style>`).join('')
  const body = disabledForms(render(<Body page={page} name={name} />))
  return `<!doctype html><html lang="${languageHere()}"><head>${head}<script>${early}</script>${styles}</head>${body}</html>\n`
}
