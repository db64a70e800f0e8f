import type { ComponentChildren } from 'preact'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { common } from '../kit/words/fr/common.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { communeWords, fullDayWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { Choice } from './choice.ts'
import { summary } from './words/fr/summary.ts'

type ChoiceSummaryProps = {
  readonly site: SiteView
  readonly space?: SpaceView | undefined
  readonly choice: Choice
  readonly title?: string
  readonly children?: ComponentChildren
}

export const whatWords = ({ use, places }: Pick<Choice, 'use' | 'places'>): string =>
  use === 'desk' && places > 1 ? placesWords(places) : summary.what1[use]

/** A summary of a choice; the space is undefined when it is no longer lent. */
export const ChoiceSummary = ({
  site,
  space,
  choice,
  title = summary.title,
  children,
}: ChoiceSummaryProps) => (
  <section class="choice-summary">
    <h2>
      <span class="for-readers">
        {title}
        {common.colon}
      </span>
      {site.name}
    </h2>
    <dl>
      <dt>{summary.day}</dt>
      <dd>{fullDayWords(choice.date, site.today)}</dd>
      <dt>{summary.hours}</dt>
      <dd>{rangeWords(choice.start, choice.end)}</dd>
      <dt>{summary.what}</dt>
      <dd>{[whatWords(choice), space?.name].filter(Boolean).join(', ')}</dd>
      {space && (
        <>
          <dt>{summary.price}</dt>
          <dd>{priceWords(space.price)}</dd>
        </>
      )}
      <dt class="roomy">{summary.where}</dt>
      <dd class="roomy">
        {site.address}
        <br />
        {communeWords(site)}
      </dd>
    </dl>
    {children}
  </section>
)
