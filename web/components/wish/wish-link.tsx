import { wishing } from '../../messages/fr/waiting.ts'

/** To be told when something comes free. */
export const WishLink = ({ address }: { address: string }) => (
  <p>
    <a class="tall" href={address}>
      {wishing.link}
    </a>
  </p>
)
