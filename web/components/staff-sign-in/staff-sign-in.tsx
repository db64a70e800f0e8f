import { staffSignIn } from '../../messages/fr/staff-sign-in.ts'
import { issuerAddress } from '../../session-client.ts'

type StaffSignInProps = {
  /** Where staff has an account, by its name. */
  readonly issuer: string
  readonly next: string
  /** The page is about nothing else. */
  readonly alone?: true
}

/** The way in for those who work at a place. */
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
