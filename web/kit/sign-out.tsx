import { ask } from './api-client.ts'
import { goTo } from './go.ts'
import { Refusal } from './notice/refusal.tsx'
import { useSend } from './use-send.ts'

type SignOutProps = {
  readonly words: string
  /** The home page follows by default. */
  readonly onSignedOut?: () => void
}

/** Signs out, or says that the person is still signed in. */
export const SignOut = ({ words, onSignedOut = () => goTo('/') }: SignOutProps) => {
  const { problem, again, working, send } = useSend(onSignedOut)
  return (
    <>
      {problem && <Refusal problem={problem} again={again} />}
      <button
        class="link"
        type="button"
        aria-disabled={working}
        onClick={() => send(() => ask('DELETE /auth/sessions', []))}
      >
        {words}
      </button>
    </>
  )
}
