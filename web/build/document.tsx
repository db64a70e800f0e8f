import { render } from 'preact-render-to-string'
import { search } from '../find/words/fr/search.ts'
import { Footer } from '../kit/frame/footer.tsx'
import { Header } from '../kit/frame/header.tsx'
import type { Page } from '../kit/page.ts'
import { RibbonPatterns } from '../kit/ribbon/ribbon-patterns.tsx'
import { common } from '../kit/words/fr/common.ts'
import { frame } from '../kit/words/fr/frame.ts'

const Body = ({ page: { View, enhanced } }: { page: Page }) => (
  <body>
    <a class="skip" href="#contenu">
      {frame.skip}
    </a>
    <RibbonPatterns />
    <Header />
    <main id="contenu" class="frame" tabIndex={-1}>
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
    <Footer />
  </body>
)

export type Assets = {
  readonly css: string
  readonly preload?: string
  readonly script?: string
  readonly chunks: readonly string[]
}

const Head = ({ page, preload, script, chunks }: { page: Page } & Omit<Assets, 'css'>) => (
  <>
    <meta charset="utf-8" />
    {preload && <script async src={preload} />}
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${page.title} · ${common.brand}`}</title>
    <meta name="description" content={page.description ?? search.lead} />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f0e4" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1729" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="manifest" href="/manifest.webmanifest" />
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

/** The HTML of a page; the build writes the stylesheet, so it needs no escaping. */
export const documentOf = (page: Page, { css, ...assets }: Assets): string => {
  const head = render(<Head page={page} {...assets} />)
  const body = disabledForms(render(<Body page={page} />))
  return `<!doctype html><html lang="fr"><head>${head}<style>${css}</style></head>${body}</html>\n`
}
