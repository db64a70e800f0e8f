import { FilterForm } from './filter-form.tsx'
import { filtersOf, resultsAddress, type Wanted, without } from './wanted.ts'
import { filterWords as words } from './words/fr/filters.ts'

type FiltersProps = { readonly wanted: Wanted; readonly today: string }

const WIDE = '(min-width: 60rem)'

/** The filters that count, each a link to the search without it. */
const Active = ({ wanted }: Pick<FiltersProps, 'wanted'>) => {
  const names = filtersOf(wanted)
  if (names.length === 0) return null
  return (
    <ul class="plain boxes" aria-label={words.activeTitle}>
      {names.map((name) => (
        <li key={name}>
          <a class="active-filter" href={resultsAddress(without(wanted, name))}>
            <span class="for-readers">{words.remove}</span>
            {words.inWords(wanted, [name])}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What narrows the search: said always, its form open where there is room. */
export const Filters = ({ wanted, today }: FiltersProps) => (
  <section class="filters">
    <Active wanted={wanted} />
    <details open={matchMedia(WIDE).matches}>
      <summary class="tall">{words.summary}</summary>
      <FilterForm wanted={wanted} today={today} />
    </details>
  </section>
)
