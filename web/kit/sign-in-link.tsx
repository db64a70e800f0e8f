import { signInAddress } from './sign-in-address.ts'

type SignInLinkProps = { readonly lead: string; readonly words: string; readonly next?: string }

export const SignInLink = ({ lead, words, next }: SignInLinkProps) => (
  <>
    <p class="lead">{lead}</p>
    <p>
      <a class="button" href={signInAddress(next)}>
        {words}
      </a>
    </p>
  </>
)
