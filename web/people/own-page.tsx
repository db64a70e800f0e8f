import { LoadedPage } from '../kit/loaded.tsx'
import { SignIn } from './sign-in.tsx'

type OwnPageProps<T> = Parameters<typeof LoadedPage<T>>[0] & {
  readonly lead: string
  readonly signInTitle?: string
}

/** A page of the person's own; a visitor who is signed out signs in on it. */
export const OwnPage = <T,>({ lead, signInTitle, ...props }: OwnPageProps<T>) => {
  const { loaded, again } = props.from
  return loaded.state === 'refused' && loaded.problem.code === 'signed-out' ? (
    <SignIn title={signInTitle ?? props.title} lead={lead} onSignedIn={again} />
  ) : (
    <LoadedPage {...props} />
  )
}
