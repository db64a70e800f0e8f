import type { AccessView, WarningsView } from '../../shared/contracts/access-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { common } from '../kit/words/fr/common.ts'
import { wayIn as words } from './words/fr/way-in.ts'

type WayInProps = {
  readonly access: AccessView
  /** Of a booking, or of the time that somebody chose; absent while there is none. */
  readonly when?: WarningsView | undefined
  readonly phone?: string | undefined
}

const Phone = ({ number }: { number: string }) => <a href={phoneAddress(number)}>{number}</a>

type KeyProps = Pick<WayInProps, 'when'> & {
  readonly keeper: Extract<AccessView, { kind: 'key-holder' }>['keeper']
}

const Pickup = ({ when }: { when: NonNullable<WayInProps['when']> }) => {
  const { keyPickup } = when
  if (!keyPickup) return <p>{words.pickupThen}</p>
  return <p class="way-in-warning">{keyPickup.over ? words.pickupOver : words.pickup(keyPickup)}</p>
}

const Key = ({ keeper: { name, address, phone, hours }, when }: KeyProps) => (
  <>
    <p>
      {words.kinds['key-holder']} <strong>{name}</strong>, {address}
      {phone && (
        <>
          , <Phone number={phone} />
        </>
      )}
    </p>
    {when ? (
      <Pickup when={when} />
    ) : (
      <ul class="plain">
        {words.keyHours(hours).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    )}
  </>
)

const Host = ({ host }: Pick<Extract<AccessView, { kind: 'host' }>, 'host'>) => {
  if (!host) return <p>{words.hostLater}</p>
  const { name, phone, callHoursBefore } = host
  return (
    <p>
      {words.host(name)} {callHoursBefore && words.callBefore(callHoursBefore)}{' '}
      {phone && <Phone number={phone} />}
    </p>
  )
}

const Opened = ({ access, when }: Pick<WayInProps, 'access' | 'when'>) => {
  if (access.kind === 'key-holder') return <Key keeper={access.keeper} when={when} />
  if (access.kind === 'host') return <Host host={access.host} />
  return <p>{words.kinds[access.kind]}</p>
}

/** How one gets in: the same everywhere, and on the day if it is known. */
export const WayIn = ({ access, when, phone = common.helpNumber }: WayInProps) => (
  <div class="way-in">
    <Opened access={access} when={when} />
    {when?.unstaffed && (
      <p class="way-in-warning">
        {words.unstaffed} <Phone number={phone} />
      </p>
    )}
    {access.note && <p lang={langOfStaff()}>{access.note}</p>}
  </div>
)
