import type { ComponentChildren } from 'preact'
import type { SitePageView } from '../../shared/contracts/site-page.ts'
import { common } from '../kit/words/fr/common.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { site as words } from './words/fr/site.ts'
import { spaceFacts } from './words/fr/site-facts.ts'

type OutlinedSpace = SitePageView['spaces'][number]

const factsWords = ({ capacity, uses, price, amenities, access }: OutlinedSpace): string =>
  [
    words.lentAsWords(capacity, uses),
    priceWords(price),
    ...spaceFacts(amenities.includes('step-free'), access.kind),
  ].join(' · ')

type SpaceOutlineProps = {
  readonly site: string
  readonly space: OutlinedSpace
  /** Its free times. */
  readonly children: ComponentChildren
  readonly more?: ComponentChildren
}

/** A lent space: on what terms, how one gets in, and where to choose an hour. */
export const SpaceOutline = ({ site, space, children, more }: SpaceOutlineProps) => {
  const query = new URLSearchParams({ site, espace: space.id, use: space.uses[0] ?? 'desk' })
  return (
    <section class="space-card space-card-short">
      <h3>{space.name}</h3>
      <p>{factsWords(space)}</p>
      {space.workshops && (
        <p>
          <a class="tall" href={`/ateliers?lieu=${site}`}>
            {words.workshops}
            <span class="for-readers">
              {common.colon}
              {space.name}
            </span>
          </a>
        </p>
      )}
      {children}
      <div class="space-acts">
        {space.uses.length > 0 && (
          <a class="tall" href={`/reserver?${query}`}>
            {words.choose}
            <span class="for-readers">{words.chooseIn(space.name)}</span>
          </a>
        )}
        {more}
      </div>
    </section>
  )
}
