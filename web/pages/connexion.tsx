import { ownPath } from '../../shared/domain/own-path.ts'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { signIn } from '../messages/fr/sign-in.ts'
import type { Page, ViewProps } from '../page.ts'

const View = ({ query }: ViewProps) => {
  const next = ownPath(query?.get('next')) ?? '/mes-reservations'
  const lead = /^\/(reservation|deplacer|annuler)\?/.test(next) ? signIn.signedOut : signIn.lead
  return <SignIn title={signIn.title} lead={lead} onSignedIn={() => location.replace(next)} />
}

export const page: Page = { title: signIn.page, enhanced: true, View }
