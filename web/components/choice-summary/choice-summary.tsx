import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { type Choice, chooseAddress } from '../../choice.ts'
import { summary } from '../../messages/fr/choose.ts'
import { communeWords, durationWords, fullDayWords, placesWords, rangeWords } from '../../time-words.ts'

type ChoiceSummaryProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly choice: Choice
}

export const whatWords = ({ use, places }: Pick<Choice, 'use' | 'places'>): string =>
  use === 'desk' && places > 1 ? placesWords(places) : summary.what1[use]

/** What is about to be booked, and the way back to change it. */
export const ChoiceSummary = ({ site, space, choice }: ChoiceSummaryProps) => (
  <section class="choice-summary">
    <h2>
      <span class="for-readers">{summary.title} : </span>
      {site.name}
    </h2>
    <dl>
      <dt>{summary.day}</dt>
      <dd>{fullDayWords(choice.date, site.today)}</dd>
      <dt>{summary.hours}</dt>
      <dd>{rangeWords(choice.start, choice.end)}</dd>
      <dt>{summary.what}</dt>
      <dd>
        {whatWords(choice)}, {space.name}
      </dd>
      <dt class="roomy">{summary.where}</dt>
      <dd class="roomy">
        {site.address}
        <br />
        {communeWords(site)}
      </dd>
    </dl>
    {space.approval && <p>{summary.approval(durationWords(space.approval.hours * 60))}</p>}
    <p>
      <a class="tall" href={chooseAddress(choice)}>
        {summary.change}
        {summary.changeWhat}
      </a>
    </p>
  </section>
)
