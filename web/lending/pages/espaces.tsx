import type { LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { priceWords } from '../../kit/words/fr/price-words.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { lendingApi } from '../lending-client.ts'
import { setUpOfSpace } from '../set-up.ts'
import { lending as words } from '../words/fr/lending.ts'

/** Where a space is changed, and for which spaces. */
const PAGES = [
  ['espace', words.change, () => true],
  ['regles', words.rules, () => true],
  ['clavier', words.keypad, ({ access }: LentSpaceView) => access.kind === 'door-code'],
  ['agenda-exterieur', words.outside, ({ ended }: LentSpaceView) => !ended],
  ['ne-plus-preter', words.stop, ({ ended }: LentSpaceView) => !ended],
] as const

const Line = ({ site, space }: { site: SiteView; space: LentSpaceView }) => (
  <li class="space-card">
    <h2 class="long-word">{space.name}</h2>
    <p>
      {words.capacity(space.capacity)}, {priceWords(space.price).toLowerCase()}
    </p>
    {space.unstaffed.length > 0 && !space.ended && <p class="error">{words.unstaffed(space.unstaffed)}</p>}
    {space.ended ? (
      <p class="soft">{words.ended}</p>
    ) : (
      <ul class="facts">
        {setUpOfSpace(space).openings.map((opening, at) => (
          <li key={at}>{words.opening(opening, site.today)}</li>
        ))}
      </ul>
    )}
    {!space.settled && <p>{words.unsettled}</p>}
    <p class="place-links">
      {PAGES.filter(([, , isFor]) => isFor(space)).map(([page, said]) => (
        <a
          key={page}
          class="tall"
          href={`/${page}?${new URLSearchParams({ lieu: site.id, espace: space.id })}`}
        >
          {said}
          <span class="for-readers">{words.changeOf(space.name)}</span>
        </a>
      ))}
    </p>
  </li>
)

const Spaces = ({ site }: { site: SiteView }) => (
  <LoadedPage title={words.title} from={useAnswer(site.id, lendingApi.list)} refused={StaffRefused}>
    {({ spaces }) => (
      <div class="narrow stack">
        <h1>{words.title}</h1>
        {spaces.length === 0 && <p class="lead">{words.nothing}</p>}
        <p>
          <a class="button" href={`/preter?lieu=${site.id}`}>
            {words.lend}
          </a>
        </p>
        <ul class="plain stack">
          {spaces.map((space) => (
            <Line key={space.id} site={site} space={space} />
          ))}
        </ul>
      </div>
    )}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Spaces site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
