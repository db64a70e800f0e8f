import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteToday as SiteTodayView } from '../../shared/contracts/today-views.ts'
import { closedWords } from '../availability/words/fr/closed.ts'
import { isDrawn, LoadKeys, LoadRibbon } from '../counter/load-ribbon.tsx'
import { mayAt } from '../staff/may-at.ts'
import { STAFF_ACTIONS } from '../staff/staff-actions.ts'
import { STAFF_PAGES, type StaffPageName } from '../staff/staff-pages.ts'
import { Coming } from './coming.tsx'
import { ToDo } from './to-do.tsx'
import { today as words } from './words/fr/today.ts'

type Site = { readonly site: SiteTodayView }

const Closures = ({ site: { closures, spaces, today } }: Site) => {
  if (closures.length === 0) return null
  const namesOf = (ids: readonly string[]) =>
    closedWords.spaces(spaces.filter(({ space }) => ids.includes(space)).map(({ name }) => name))
  return (
    <ul class="plain">
      {closures.map((closure) => (
        <li key={closure.id}>
          <strong>
            {closedWords.on(closure, today)}
            {closure.spaces && namesOf(closure.spaces)}
          </strong>
          {words.because(closure.reason)}
        </li>
      ))}
    </ul>
  )
}

const FreeNow = ({ site: { spaces, counter, time } }: Site) =>
  spaces.length > 0 ? (
    <>
      <ul class="plain today-lines">
        {spaces.map((each) => (
          <li key={each.space} class="today-space">
            <p>
              <strong>{each.name}</strong> <span>{words.free(each, time)}</span>
            </p>
            <LoadRibbon {...each} counter={counter} />
          </li>
        ))}
      </ul>
      {spaces.some((each) => isDrawn({ ...each, counter })) && <LoadKeys />}
    </>
  ) : (
    <p>{words.notLent}</p>
  )

const ACTS = {
  guichet: words.book,
  fermer: words.close,
  planning: words.week,
} as const satisfies Partial<Record<StaffPageName, string>>

const Acts = ({ site, self }: Site & { self: SelfView }) => (
  <ul class="plain place-links">
    {(['guichet', 'fermer', 'planning'] as const)
      .filter((name) => mayAt(self, STAFF_PAGES[name], site))
      .map((name) => (
        <li key={name}>
          <a class="tall" href={`/${name}?${new URLSearchParams({ lieu: site.id })}`}>
            {ACTS[name]}
            <span class="for-readers">{words.of(site.name)}</span>
          </a>
        </li>
      ))}
  </ul>
)

type PartProps = {
  readonly title: string
  /** A heading below that of the site, where there are several. */
  readonly isInner: boolean
  readonly children: ComponentChildren
}

const Part = ({ title, isInner, children }: PartProps) => (
  <section class="stack today-part">
    {isInner ? <h3>{title}</h3> : <h2>{title}</h2>}
    {children}
  </section>
)

type SiteTodayProps = Site & {
  readonly self: SelfView
  readonly isInner: boolean
  /** After an act. */
  readonly onDone: () => void
}

/** A site today: who comes, what is to do, what is free. */
export const SiteToday = ({ site, self, isInner, onDone }: SiteTodayProps) => {
  const isNamed = mayAt(self, STAFF_ACTIONS['read-planning'], site)
  return (
    <div class="stack">
      <Closures site={site} />
      <div class="split">
        <Part title={isNamed ? words.coming : words.usedToday} isInner={isInner}>
          <Coming site={site} marks={mayAt(self, STAFF_ACTIONS['mark-attendance'], site)} onDone={onDone} />
        </Part>
        <div class="stack">
          {(site.requests || site.calls) && (
            <Part title={words.toDo} isInner={isInner}>
              <ToDo site={site} />
            </Part>
          )}
          <Part title={words.freeNow} isInner={isInner}>
            <FreeNow site={site} />
          </Part>
        </div>
      </div>
      <Acts site={site} self={self} />
    </div>
  )
}
