import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { common } from '../kit/words/fr/common.ts'
import { communeWords, dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { workshops as words } from './words/fr/workshops.ts'

export const seatWords = ({ seatsLeft, waiting }: Pick<WorkshopSummary, 'seatsLeft' | 'waiting'>): string =>
  seatsLeft > 0 ? words.seatsLeft(seatsLeft) : words.full(waiting)

/** A workshop in a list: what, when, where, and whether there is room. */
export const WorkshopCard = ({ workshop }: { workshop: WorkshopSummary }) => {
  const { id, title, level, site, date, start, end, seatsLeft } = workshop
  const phone = site.phone ?? common.helpNumber
  return (
    <li class="workshop-card">
      <h3>
        <a href={`/atelier?id=${id}`}>{title}</a>
      </h3>
      <p class="workshop-when">
        {dayWords(date, new Date().toISOString())}, {rangeWords(start, end)}
      </p>
      <p>
        {site.name}, {communeWords(site)}
      </p>
      {level && <p class="soft">{words.levels[level]}</p>}
      <p class={seatsLeft > 0 ? 'free' : 'workshop-full'}>{seatWords(workshop)}</p>
      <p>
        <a class="tall" href={phoneAddress(phone)}>
          {common.call(phone)}
          <span class="for-readers"> : {title}</span>
        </a>
      </p>
    </li>
  )
}
