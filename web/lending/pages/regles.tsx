import { useEffect, useRef, useState } from 'preact/hooks'
import type { LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { ConditionsForm } from '../conditions-form.tsx'
import { RulesForm } from '../rules-form.tsx'
import { useLentSpace } from '../use-lent-space.ts'
import { ruling as words } from '../words/fr/ruling.ts'

const allAddress = (site: SiteView): string => `/regles?lieu=${site.id}`

const Saved = ({ site, space }: { site: SiteView; space: LentSpaceView }) => {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <>
      <div class="notice notice-free" role="status" tabIndex={-1} ref={notice}>
        <p>{words.saved(space.name)}</p>
        <p>{space.settled ? words.stays : words.unsettled}</p>
      </div>
      <div class="actions actions-row">
        <a class="button" href={allAddress(site)}>
          {words.all}
        </a>
        <a class="button quiet" href={`/lieu/${site.id}`}>
          {words.see}
        </a>
      </div>
    </>
  )
}

const OfSpace = ({ site, space }: { site: SiteView; space: LentSpaceView }) => {
  const [saved, setSaved] = useState<LentSpaceView>()
  if (saved) return <Saved site={site} space={saved} />
  return (
    <>
      <p class="lead">{words.stays}</p>
      <RulesForm site={site.id} space={space} onSaved={setSaved} />
      <p>
        <a class="tall" href={allAddress(site)}>
          {words.all}
        </a>
      </p>
    </>
  )
}

const OfSite = ({ site, spaces }: { site: SiteView; spaces: readonly LentSpaceView[] }) => (
  <>
    <ConditionsForm site={site} />
    <section class="stack">
      <h2>{words.ofEach}</h2>
      {spaces.length === 0 && <p>{words.noSpace}</p>}
      <ul class="plain stack">
        {spaces.map(({ id, name, limits }) => (
          <li key={id}>
            <a class="tall long-word" href={`/regles?${new URLSearchParams({ lieu: site.id, espace: id })}`}>
              {name}
            </a>
            <p class="soft">{words.ruleOf(limits)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a class="tall" href={`/espaces?lieu=${site.id}`}>
          {words.spaces}
        </a>
      </p>
    </section>
  </>
)

const Rules = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { from, spaces, space } = useLentSpace(site.id, id)
  return (
    <div class="narrow stack">
      <h1 class="long-word">{space ? words.spaceTitle(space.name) : words.title}</h1>
      <Loaded from={from} refused={StaffRefused}>
        {() => (
          <>
            {id !== null && !space && <p class="lead">{words.gone}</p>}
            {space ? <OfSpace site={site} space={space} /> : <OfSite site={site} spaces={spaces} />}
          </>
        )}
      </Loaded>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Rules site={site} id={query?.get('espace') ?? null} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
