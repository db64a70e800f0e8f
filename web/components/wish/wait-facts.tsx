import type { WaitView } from '../../../shared/contracts/wait-views.ts'
import { awaiting } from '../../messages/fr/awaiting.ts'
import { dayWords, durationWords, hourWords } from '../../time-words.ts'
import { whatWords } from '../choice-summary/choice-summary.tsx'

const names = new Intl.ListFormat('fr-FR', { type: 'disjunction' })

/** What somebody waits for, in words. */
export const WaitFacts = ({ wait }: { wait: WaitView }) => {
  const [named, ...others] = wait.sites
  return (
    <section class="choice-summary wait-facts">
      <h2>{named?.name}</h2>
      <dl>
        <dt>{awaiting.day}</dt>
        <dd>{dayWords(wait.date, new Date().toISOString())}</dd>
        <dt>{awaiting.hours}</dt>
        <dd>{awaiting.window(durationWords(wait.minutes), hourWords(wait.from), hourWords(wait.to))}</dd>
        <dt>{awaiting.what}</dt>
        <dd>{whatWords(wait)}</dd>
        {others.length > 0 && (
          <>
            <dt>{awaiting.where}</dt>
            <dd>{awaiting.around(names.format(others.map(({ name }) => name)))}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
