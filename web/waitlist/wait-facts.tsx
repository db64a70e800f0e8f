import type { WaitlistEntryView } from '../../shared/contracts/waitlist-views.ts'
import { whatWords } from '../availability/choice-summary.tsx'
import { localeHere } from '../kit/language-here.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, durationWords, hourWords } from '../kit/words/fr/time-words.ts'
import { waitWords } from './words/fr/wait.ts'

const names = new Intl.ListFormat(localeHere(), { type: 'disjunction' })

/** The wanted time in words. */
export const WaitFacts = ({ wait }: { wait: WaitlistEntryView }) => {
  const [named, ...others] = wait.sites
  return (
    <section class="choice-summary wait-facts">
      <h2>{named?.name}</h2>
      <dl>
        <dt>{waitWords.day}</dt>
        <dd>{dayWords(wait.date, localToday())}</dd>
        <dt>{waitWords.hours}</dt>
        <dd>{waitWords.window(durationWords(wait.minutes), hourWords(wait.from), hourWords(wait.to))}</dd>
        <dt>{waitWords.what}</dt>
        <dd>{whatWords(wait)}</dd>
        {others.length > 0 && (
          <>
            <dt>{waitWords.where}</dt>
            <dd>{waitWords.around(names.format(others.map(({ name }) => name)))}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
