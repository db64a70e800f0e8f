import type { SessionView } from '../../../shared/contracts/auth-views.ts'
import { type Instant, localTextAt, type TimeZone } from '../../../shared/domain/instant.ts'
import { sessions as words } from '../../messages/fr/sessions.ts'
import { momentWords } from '../../time-words.ts'

/** On the clock of whoever looks: a session is at no place. */
const momentOf = (instant: string): string => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as TimeZone
  return momentWords(localTextAt(Date.parse(instant) as Instant, zone))
}

type SessionLineProps = { readonly session: SessionView; readonly close: () => void }

/** One device where somebody is signed in, and the way to sign out there; here, it is elsewhere on the page. */
export const SessionLine = ({ session, close }: SessionLineProps) => {
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
        <button class="link" type="button" onClick={close}>
          {words.close}
          <span class="for-readers"> {words.closeThat(device, momentOf(openedAt))}</span>
        </button>
      )}
    </li>
  )
}
