import type { ClosureView, SiteView } from '../../shared/contracts/site-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { laterDate } from '../kit/later-date.ts'
import { common } from '../kit/words/fr/common.ts'
import { closedWords } from './words/fr/closed.ts'

/** Later closures concern nobody: people book no further ahead. */
const DAYS_AHEAD = 60

const namesIn = ({ spaces }: SiteView, closure: ClosureView): string[] =>
  spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name)

type ClosuresProps = { readonly site: SiteView; readonly space?: string }

/** When and why a site, or one space of it, is closed exceptionally. */
export const Closures = ({ site, space }: ClosuresProps) => {
  const { closures, today } = site
  const concerned = closures.filter(
    ({ from, spaces }) =>
      from <= laterDate(today, DAYS_AHEAD) && (!space || !spaces || spaces.includes(space)),
  )
  if (concerned.length === 0) return null
  return (
    <ul class="notice notice-wax plain">
      {concerned.map((closure) => (
        <li key={closure.id}>
          <strong>
            {closedWords.on(closure, today)}
            {!space && closure.spaces && closedWords.spaces(namesIn(site, closure))}
          </strong>
          {common.colon}
          <span lang={langOfStaff()}>{closure.reason}</span>
        </li>
      ))}
    </ul>
  )
}
