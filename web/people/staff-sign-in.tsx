import { issuerAddress } from './session-client.ts'
import { staffSignIn } from './words/fr/staff-sign-in.ts'

type StaffSignInProps = {
  /** Where staff has an account, by its name. */
  readonly issuer: string
  readonly next: string
  /** The page is about nothing else. */
  readonly alone?: true
}

/** Sign-in for staff. */
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
