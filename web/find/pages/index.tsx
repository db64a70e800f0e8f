import type { Page, ViewProps } from '../../kit/page.ts'
import { KeptPlaces } from '../../known/kept-places.tsx'
import { KnownHome } from '../../known/known-home.tsx'
import { Postcard } from '../postcard.tsx'
import { SiteSearch } from '../site-search.tsx'
import { Stamps } from '../stamps.tsx'
import { home } from '../words/fr/home.ts'

const View = ({ query }: ViewProps) => (
  <div class="home">
    <div class="split">
      <div class="stack">
        <h1 class="home-title">
          <span>{home.title[0]}</span> <span>{home.title[1]}</span>
        </h1>
        <KnownHome isReady={query !== undefined} />
        <p class="lead">{home.lead}</p>
        <SiteSearch />
        <KeptPlaces isReady={query !== undefined} />
      </div>
      <div class="home-picture">
        <Postcard />
      </div>
    </div>
    <Stamps />
  </div>
)

export const page: Page = { title: home.page, enhanced: true, View }
