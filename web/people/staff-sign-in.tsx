import { issuerAddress } from './session-client.ts'
import { staffSignIn } from './words/fr/staff-sign-in.ts'

type StaffSignInProps = {
  /** The name of the issuer of staff accounts. */
  readonly issuer: string
  readonly next: string
  readonly alone?: true
}

export const StaffSignIn = ({ issuer, next, alone }: StaffSignInProps) => (
  <div class={`stack ${alone ? '' : 'staff-sign-in'}`}>
    {!alone && <h2>{staffSignIn.title}</h2>}
    <p>{staffSignIn.lead}</p>
    <p>
      <a class={`button ${alone ? '' : 'quiet'}`} href={issuerAddress(next)}>
        {staffSignIn.go(issuer)}
      </a>
    </p>
  </div>
)
