import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { laterDate } from '../kit/later-date.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { choose } from './words/fr/choose.ts'

type WeekTurnerProps = {
  readonly from: string
  readonly site: SiteView
  readonly space: SpaceView
  readonly onTurn: (date: string) => void
}

/** Seven days further or back, between today and the last day that can be booked. */
export const WeekTurner = ({ from, site: { today }, space: { horizonDays }, onTurn }: WeekTurnerProps) => {
  const last = laterDate(today, horizonDays)
  const next = laterDate(from, 7)
  const previous = laterDate(from, -7)
  return (
    <div class="weeks">
      {from > today && (
        <button
          class="button quiet"
          type="button"
          onClick={() => onTurn(previous < today ? today : previous)}
        >
          {choose.previousWeek}
        </button>
      )}
      {next <= last ? (
        <button class="button quiet" type="button" onClick={() => onTurn(next)}>
          {choose.nextWeek}
        </button>
      ) : (
        <p class="soft">{choose.horizon(dayWords(last, today))}</p>
      )}
    </div>
  )
}
