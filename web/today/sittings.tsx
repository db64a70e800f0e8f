import type { TodayView } from '../../shared/contracts/today-views.ts'
import { planning } from '../counter/words/fr/planning.ts'
import { shortRangeWords } from '../kit/words/fr/time-words.ts'
import { travelWords } from '../kit/words/fr/travel-words.ts'
import { today as words } from './words/fr/today.ts'

/** What a mediator leads today, over all sites, with the ways between them. */
export const Sittings = ({ sittings }: Pick<TodayView, 'sittings'>) =>
  sittings.length > 0 ? (
    <section class="stack today-part">
      <h2>{words.sittings}</h2>
      <ol class="plain today-lines">
        {sittings.map(({ id, title, start, end, site, spaceName, seats, seatsLeft, booked, way }) => (
          <li key={id} class="today-line">
            <p>
              {way && <span class="soft today-facts">{travelWords(way.minutes, way.km)}</span>}
              <strong class="today-hours">{shortRangeWords(start, end)}</strong>{' '}
              <a class="long-word" href={`/presences?id=${id}`}>
                {title}
              </a>
              <span class="soft today-facts">
                {site.name}, {spaceName}, {planning.seats(booked?.length ?? seats - seatsLeft, seats)}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  ) : null
