import type { Page, ViewProps } from '../../kit/page.ts'
import { KeptPlaces } from '../../known/kept-places.tsx'
import { NextBooking } from '../../known/next-booking.tsx'
import { Postcard } from '../postcard.tsx'
import { SiteSearch } from '../site-search.tsx'
import { Stamps } from '../stamps.tsx'
import { search } from '../words/fr/search.ts'

const View = ({ query }: ViewProps) => (
  <div class="home">
    <div class="split">
      <div class="stack">
        <h1 class="home-title">
          <span>{search.homeTitle[0]}</span> <span>{search.homeTitle[1]}</span>
        </h1>
        <NextBooking isReady={query !== undefined} />
        <p class="lead">{search.lead}</p>
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

export const page: Page = { title: search.homePage, enhanced: true, View }
