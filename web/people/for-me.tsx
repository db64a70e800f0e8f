import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { api } from '../kit/api-client.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAnswer } from '../kit/use-answer.ts'

type ForMeProps = {
  readonly signedOut: ComponentChildren
  readonly children: (me: SelfView, again: () => void) => ComponentChildren
}

/** Content for the person who is signed in, or for a visitor who is not. */
export const ForMe = ({ signedOut, children }: ForMeProps) => {
  const from = useAnswer('me', () => api.readMe())
  const { loaded, again } = from
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out') return signedOut
  return <Loaded from={from}>{(me) => children(me, again)}</Loaded>
}
