import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { SpaceModelName } from '../../../shared/domain/space-models.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { CopyFinder } from '../copy-finder.tsx'
import { beginning as words } from '../words/fr/beginning.ts'
import { modelNames } from '../words/fr/models.ts'

const Models = ({ site }: { site: SiteView }) => (
  <ul class="plain models">
    {(Object.keys(modelNames) as SpaceModelName[]).map((name) => (
      <li key={name}>
        <a class="button quiet" href={`/espace?${new URLSearchParams({ lieu: site.id, modele: name })}`}>
          {modelNames[name]}
          <span class="model-note">{words.notes[name]}</span>
        </a>
      </li>
    ))}
  </ul>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => (
      <div class="narrow stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Models site={site} />
        <section class="form">
          <h2>{words.copy}</h2>
          <p>{words.copyLead}</p>
          <CopyFinder site={site.id} />
        </section>
      </div>
    )}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
