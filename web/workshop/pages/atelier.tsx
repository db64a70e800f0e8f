import { useState } from 'preact/hooks'
import type { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import { langOfStaff } from '../../kit/language-here.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useTitle } from '../../kit/use-title.ts'
import { Dates, useDates } from '../cycle-dates.tsx'
import { cycle } from '../words/fr/cycle.ts'
import { workshop as words } from '../words/fr/workshops.ts'
import { audienceWords } from '../workshop-card.tsx'
import { WorkshopFacts, WorkshopWhen } from '../workshop-facts.tsx'
import { WorkshopPage } from '../workshop-page.tsx'
import { WorkshopState } from '../workshop-state.tsx'

const Cycle = ({ workshop, cycle: id }: { workshop: WorkshopView; cycle: string }) => {
  const dates = useDates(id)
  if (dates.length < 2) return null
  return (
    <section class="workshop-cycle">
      <h2>{cycle.title(dates.length)}</h2>
      <p>{cycle.lead}</p>
      <Dates dates={dates} here={workshop.id} />
      <p>
        <a
          class="button quiet"
          href={`/inscription?${new URLSearchParams({ id: workshop.id, dates: 'toutes' })}`}
        >
          {cycle.all}
        </a>
      </p>
      {workshop.mine && 'booking' in workshop.mine && (
        <p>
          <a class="tall" href={`/api/cycles/${id}/calendar.ics`} download="restante.ics">
            {cycle.calendar}
          </a>
        </p>
      )}
    </section>
  )
}

const Workshop = ({ workshop: read }: { workshop: WorkshopView }) => {
  const [workshop, setWorkshop] = useState(read)
  const audience = audienceWords(workshop)
  useTitle(workshop.title)
  useAnnouncement(workshop.title)
  return (
    <div class="stack">
      <header>
        <h1 lang={langOfStaff()}>{workshop.title}</h1>
        {audience && <p class="lead">{audience}</p>}
      </header>
      <div class="split">
        <div class="stack">
          <WorkshopWhen workshop={workshop} />
          {workshop.description && (
            <p class="workshop-words" lang={langOfStaff()}>
              {workshop.description}
            </p>
          )}
          <WorkshopState workshop={workshop} onChange={setWorkshop} />
          {workshop.cycle && !workshop.appointments && <Cycle workshop={workshop} cycle={workshop.cycle} />}
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
