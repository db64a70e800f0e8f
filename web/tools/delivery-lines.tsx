import type { DeliveryView } from '../../shared/contracts/hook-views.ts'
import { localText, localToday } from '../kit/local-text.ts'
import { hooks as words } from './words/fr/hooks.ts'

const here = (instant: string): string => localText(new Date(instant))

type LinesProps = {
  readonly deliveries: readonly DeliveryView[]
  readonly working: boolean
  readonly onReplay: (event: string) => void
}

/** What a tool was told, and what came of it, each with a button to send it again. */
export const DeliveryLines = ({ deliveries, working, onReplay }: LinesProps) => (
  <ol class="plain stack">
    {deliveries.map(({ event, type, at, nextAt, ...delivery }) => (
      <li key={event}>
        <strong>{words.type(type)}</strong>
        <br />
        {words.moment(here(at), localToday())}
        <br />
        {words.outcome({ event, type, at, ...delivery }, nextAt && here(nextAt))}
        <br />
        <button class="link" type="button" aria-disabled={working} onClick={() => onReplay(event)}>
          {words.replay}
          <span class="for-readers">{words.replayOf(type, here(at))}</span>
        </button>
      </li>
    ))}
  </ol>
)
