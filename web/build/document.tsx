import type { ComponentChildren } from 'preact'
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
import { FOUND_BY_ALL, type PageName, type PagePath } from '../pages.ts'
import { NavDrawings } from '../staff/nav-icon.tsx'
import { STAFF_PAGES } from '../staff/staff-pages.ts'

keepLanguage()

/** One page, with what stands in it. */
export type Shown = {
  readonly name: PageName
  /** By default its name. */
  readonly path?: PagePath
  readonly title: string
  readonly description: string
  readonly enhanced: boolean
  readonly isFound: boolean
  readonly content: ComponentChildren
  /** More for its head, at the beginning and at the end. */
  readonly policy?: ComponentChildren
  readonly markup?: ComponentChildren
}

const Body = ({ name, path = name, enhanced, content }: Shown) => (
  <body>
    <a class="skip" href="#contenu">
      {frame.skip}
    </a>
    <RibbonPatterns />
    {name in STAFF_PAGES && <NavDrawings />}
    <Header name={path} isOfStaff={name in STAFF_PAGES} />
    <main id="contenu" class="frame" tabIndex={-1}>
      <div id="kept" class="kept off-paper" role="status" hidden>
        <span>
          {frame.keptBefore} <span data-moment={frame.keptMoment} />
        </span>
        <button class="link" type="button" data-again>
          {common.again}
        </button>
      </div>
      <div id="page">{content}</div>
      {enhanced && (
        <noscript>
          <p class="without-script">{frame.withoutScript}</p>
        </noscript>
      )}
    </main>
    <p id="announcement" class="for-readers" role="status" />
    <Footer name={path} />
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
const Alternates = ({ path }: { readonly path: PagePath }) =>
  isFrenchOnly(path) ? null : (
    <>
      {LANGUAGES.map((language) => (
        <link key={language} rel="alternate" hreflang={language} href={pageAddress(path, language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={pageAddress(path, 'fr')} />
    </>
  )

const Head = ({ script, chunks, ...shown }: Shown & Omit<Assets, 'css' | 'early'>) => (
  <>
    <meta charset="utf-8" />
    {shown.policy}
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${shown.title} · ${common.brand}`}</title>
    {!shown.isFound && <meta name="robots" content="none" />}
    {!(shown.name in STAFF_PAGES) && (
      <>
        <meta name="description" content={shown.description} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f0e4" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1729" />
        <meta name="format-detection" content="telephone=no" />
      </>
    )}
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/icon-180.png" />
    <link rel="manifest" href={frame.manifest} />
    <Alternates path={shown.path ?? shown.name} />
    {script && <script type="module" src={script} />}
    {chunks.map((chunk) => (
      <link key={chunk} rel="modulepreload" href={chunk} />
    ))}
    {shown.markup}
  </>
)

/** Forms wait for the script: sent by the browser alone, their content would be lost. */
const disabledForms = (html: string): string =>
  html.replace(/<form[^>]* method="post".*?<\/form>/gs, (form) =>
    form.replaceAll('type="submit"', 'type="submit" disabled'),
  )

/** The HTML of a page; the build writes its inline style and script, so they need no escaping. */
export const htmlOf = (shown: Shown, { css, early, ...assets }: Assets): string => {
  const head = render(<Head {...shown} {...assets} />)
  const styles = css.map((each) => `<style>${each}</style>`).join('')
  const body = disabledForms(render(<Body {...shown} />))
  return `<!doctype html><html lang="${languageHere()}"><head>${head}<script>${early}</script>${styles}</head>${body}</html>\n`
}

export const documentOf = (page: Page, name: PageName, assets: Assets): string => {
  const { title, description = home.lead, enhanced, View } = page
  const isFound = FOUND_BY_ALL.includes(name)
  return htmlOf({ name, title, description, enhanced, isFound, content: <View query={undefined} /> }, assets)
}
