import { PlaceSearch } from '../components/place-search/place-search.tsx'
import { Postcard } from '../components/postcard/postcard.tsx'
import { Stamps } from '../components/stamp/stamps.tsx'
import { search } from '../messages/fr/search.ts'
import type { Page } from '../page.ts'

const View = () => (
  <div class="home">
    <div class="split">
      <div class="stack">
        <h1 class="home-title">
          <span>{search.homeTitle[0]}</span> <span>{search.homeTitle[1]}</span>
        </h1>
        <p class="lead">{search.lead}</p>
        <PlaceSearch />
      </div>
      <div class="home-picture">
        <Postcard />
      </div>
    </div>
    <Stamps />
  </div>
)

export const page: Page = { title: search.homePage, enhanced: true, View }
