import { useState } from 'preact/hooks'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { useAnnouncement, useTitle } from '../answers.ts'
import { WorkshopFacts } from '../components/workshop/workshop-facts.tsx'
import { WorkshopPage } from '../components/workshop/workshop-page.tsx'
import { WorkshopState } from '../components/workshop/workshop-state.tsx'
import { workshop as words, workshops } from '../messages/fr/workshops.ts'
import type { Page, ViewProps } from '../page.ts'

const Workshop = ({ workshop: read }: { workshop: WorkshopView }) => {
  const [workshop, setWorkshop] = useState(read)
  useTitle(workshop.title)
  useAnnouncement(workshop.title)
  return (
    <div class="stack">
      <header>
        <h1>{workshop.title}</h1>
        {workshop.level && <p class="lead">{workshops.levels[workshop.level]}</p>}
      </header>
      <div class="split">
        <div class="stack">
          {workshop.description && <p class="workshop-words">{workshop.description}</p>}
          <WorkshopState workshop={workshop} onChange={setWorkshop} />
        </div>
        <WorkshopFacts workshop={workshop} />
      </div>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <WorkshopPage query={query} title={words.page}>
    {(workshop) => <Workshop workshop={workshop} />}
  </WorkshopPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
