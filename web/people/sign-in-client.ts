import { ask } from '../kit/api-client.ts'

export const signInApi = {
  sendCode: (email: string) => ask('POST /auth/codes', [], { body: { email } }),
  openSession: (session: { code: string; name?: string }) =>
    ask('POST /auth/sessions', [], { body: session }),
  changeName: (name: string) => ask('PATCH /me', [], { body: { name } }),
}
