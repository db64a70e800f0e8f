import { ask } from '../kit/api-client.ts'
import { languageHere } from '../kit/language-here.ts'

export const signInApi = {
  sendCode: (email: string) => ask('POST /auth/codes', [], { body: { email, language: languageHere() } }),
  openSession: (session: { code: string; name?: string }) =>
    ask('POST /auth/sessions', [], { body: { ...session, language: languageHere() } }),
  changeName: (name: string) => ask('PATCH /me', [], { body: { name } }),
}
