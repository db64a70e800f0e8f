import type { ClosureView, SiteView } from '../../../shared/contracts/site-views.ts'
import { site as words } from '../../messages/fr/site.ts'
import { laterDate } from '../../time-words.ts'

/** Further ahead nobody books: what is closed there would only be in the way. */
const DAYS_AHEAD = 60

const namesIn = ({ spaces }: SiteView, closure: ClosureView): string[] =>
  spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name)

type ClosuresProps = { readonly site: SiteView; readonly space?: string }

/** When a place is closed exceptionally, and why; of one space only, if it is told. */
export const Closures = ({ site, space }: ClosuresProps) => {
  const { closures, today } = site
  const concerned = closures.filter(
    ({ from, spaces }) => from <= laterDate(today, DAYS_AHEAD) && (!space || !spaces || spaces.includes(space)),
  )
  if (concerned.length === 0) return null
  return (
    <ul class="notice notice-wax plain">
      {concerned.map((closure) => (
        <li key={closure.id}>
          <strong>
            {words.closedOn(closure, today)}
            {!space && closure.spaces && words.closedSpaces(namesIn(site, closure))}
          </strong>
          {` : ${closure.reason}`}
        </li>
      ))}
    </ul>
  )
}
