import { useRef, useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { deviceMemory, LASTING } from '../kit/device-memory.ts'
import { Count } from '../kit/frame/count.tsx'
import { readKnown, toDoAt } from '../kit/known.ts'
import { Later } from '../kit/later.tsx'
import type { SitePlacement } from './may-at.ts'
import { addressOf, type NavName, navEntriesOf } from './nav-entries.ts'
import { NavIcon } from './nav-icon.tsx'
import { nav as words } from './words/fr/nav.ts'

type NavSite = SitePlacement & { readonly name: string }

type LinkProps = { readonly name: NavName; readonly site: NavSite | undefined; readonly drawn?: true }

const isHere = (name: NavName): boolean => location.pathname === `/${name}`

const NavLink = ({ name, site, drawn }: LinkProps) => (
  <a
    class={drawn ? 'nav-link' : 'tall'}
    href={addressOf(name, site)}
    {...(isHere(name) && { 'aria-current': 'page' as const })}
  >
    {drawn && <NavIcon name={name} />}
    <span>
      {words.pages[name]}
      {name === 'demandes' && site && <Count of={site.id} count={toDoAt(readKnown(), site.id)} />}
    </span>
  </a>
)

/** Opens without a script; with one, it closes as soon as one goes elsewhere. */
const More = ({ names, site }: { names: readonly NavName[]; site: NavSite | undefined }) => {
  const more = useRef<HTMLDetailsElement>(null)
  const close = () => more.current?.removeAttribute('open')
  return (
    <details
      ref={more}
      class="nav-more"
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !more.current?.contains(relatedTarget)) close()
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !more.current?.open) return
        close()
        more.current.querySelector('summary')?.focus()
      }}
    >
      <summary class={names.some(isHere) ? 'nav-link nav-here' : 'nav-link'}>
        <NavIcon name="more" />
        <span>{words.more}</span>
      </summary>
      <ul class="plain">
        {names.map((name) => (
          <li key={name}>
            <NavLink name={name} site={site} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type StaffNavProps = {
  /** Absent on pages about several sites. */
  readonly site: NavSite | undefined
  readonly self: Pick<SelfView, 'grants'>
}

const hasUnsent = (): boolean => deviceMemory.read(LASTING) !== undefined

const loadUnsent = async () => (await import('../notes/unsent-notes.tsx')).UnsentNotes

/** The roll in the address sends its own notes. */
const Unsent = () => {
  const [isThere] = useState(hasUnsent)
  const except = location.pathname === '/presences' ? new URLSearchParams(location.search).get('id') : null
  if (!isThere) return null
  return <Later load={loadUnsent} props={{ except: except ?? undefined }} failed={() => <></>} />
}

/** What somebody may open, on one line of a phone; the rest is one tap away. */
export const StaffNav = ({ site, self }: StaffNavProps) => {
  const { inSight, rest } = navEntriesOf(self, site)
  if (inSight.length + rest.length === 0) return null
  return (
    <>
      <nav class="staff-nav" aria-label={words.label}>
        {site && <p class="staff-place">{site.name}</p>}
        <ul class="plain nav-line">
          {inSight.map((name) => (
            <li key={name}>
              <NavLink name={name} site={site} drawn />
            </li>
          ))}
          {rest.length > 0 && (
            <li>
              <More names={rest} site={site} />
            </li>
          )}
        </ul>
      </nav>
      <Unsent />
    </>
  )
}
