import type { Page, ViewProps } from '../../kit/page.ts'
import { useTitle } from '../../kit/use-title.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { hooksAddress } from '../hook-address.ts'
import { KeysOf } from '../keys-of.tsx'
import { hooks } from '../words/fr/hooks.ts'
import { tools as words } from '../words/fr/tools.ts'

const ASSOCIATION = 'association:'
const DEPARTEMENT = 'departement:'

type ToolsProps = { readonly scope: string; readonly place?: string }

const Tools = ({ scope, place }: ToolsProps) => (
  <div class="stack narrow">
    <h1>{words.title}</h1>
    <p class="lead">
      {place && `${place}. `}
      {scope.startsWith(ASSOCIATION) ? words.leadOfAssociation : words.lead}
    </p>
    <KeysOf scope={scope} />
    <section class="stack">
      <h2>{hooks.title}</h2>
      <p>{hooks.lead}</p>
      <p>
        <a class="tall" href={hooksAddress(scope)}>
          {hooks.see}
        </a>
      </p>
    </section>
  </div>
)

/** Leads back to the page that opened this one. */
const Back = ({ scope }: { scope: string }) => {
  const association = scope.startsWith(ASSOCIATION) && scope.slice(ASSOCIATION.length)
  return (
    <p>
      <a
        class="tall"
        href={association ? `/association?${new URLSearchParams({ id: association })}` : '/equipe'}
      >
        {association ? words.backToAssociation : words.backToSites}
      </a>
    </p>
  )
}

const placeOf = (scope: string): { readonly place?: string } =>
  scope.startsWith(DEPARTEMENT) ? { place: words.departement(scope.slice(DEPARTEMENT.length)) } : {}

/** `?lieu=` for a site, `?portee=` for a département or an association. */
const View = ({ query }: ViewProps) => {
  const scope = query?.get('portee')
  useTitle(scope ? words.title : undefined)
  if (scope)
    return (
      <>
        <Tools scope={scope} {...placeOf(scope)} />
        <Back scope={scope} />
      </>
    )
  return (
    <StaffPage query={query} title={words.title}>
      {(site) => <Tools scope={`site:${site.id}`} place={site.name} />}
    </StaffPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
