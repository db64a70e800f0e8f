import type { SessionView } from '../../shared/contracts/auth-views.ts'
import { type Instant, localTextAt, type TimeZone } from '../../shared/domain/instant.ts'
import { momentWords } from '../kit/words/fr/time-words.ts'
import { sessions as words } from './words/fr/sessions.ts'

/** In the browser's own time zone: a session belongs to no site. */
const momentOf = (instant: string): string => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as TimeZone
  return momentWords(localTextAt(Date.parse(instant) as Instant, zone))
}

type SessionLineProps = {
  readonly session: SessionView
  readonly working: boolean
  readonly close: () => void
}

/** A session with its device; one of another device has a button to close it. */
export const SessionLine = ({ session, working, close }: SessionLineProps) => {
  const { openedAt, seenAt, current, means } = session
  const device = words.device(session)
  return (
    <li class="session-line">
      <strong>
        {device}
        {current && `, ${words.current}`}
      </strong>
      <span>
        {words.opened(momentOf(openedAt))}, {words.means[means]}
      </span>
      {!current && <span>{words.seen(momentOf(seenAt))}</span>}
      {!current && (
        <button class="link" type="button" aria-disabled={working} onClick={close}>
          {words.close}
          <span class="for-readers"> {words.closeThat(device, momentOf(openedAt))}</span>
        </button>
      )}
    </li>
  )
}
