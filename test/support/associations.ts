import { idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, InvitationId } from '../../shared/domain/ids.ts'
import { type Answer, aKey, type anApi, untilDecided } from './api.ts'

type Api = ReturnType<typeof anApi>

export type Somebody = { readonly email: string; readonly cookie: string; readonly id: HolderId }

let numbers = 512_000_000
/** A number of the RNA that no other test uses. */
export const aRna = () => `W${numbers++}`

let people = 0
export const aPerson = async (api: Api, name = 'Camille'): Promise<Somebody> => {
  const email = `person-${people++}@example.org`
  return { email, cookie: await api.signIn(email, name), id: idOf('holder', email) as HolderId }
}

export const add = (api: Api, { cookie }: Pick<Somebody, 'cookie'>, changes: object = {}): Promise<Answer> =>
  api.call('POST', '/associations', {
    body: { name: 'Les Amis du livre', rna: aRna(), ...changes },
    headers: aKey(),
    cookie,
  })

export const invite = (
  api: Api,
  { cookie }: Somebody,
  id: string,
  email: string,
  role = 'member',
): Promise<Answer> =>
  api.call('POST', '/invitations', {
    body: { email, role, scope: `association:${id}` },
    headers: aKey(),
    cookie,
  })

/** Accepts an invitation with the secret of its message. */
export const take = async (api: Api, { cookie }: Somebody, invitation: string): Promise<Answer> => {
  const secret = (await api.deps.invitations.findInvitation(invitation as InvitationId))?.secret
  return untilDecided(() =>
    api.call('PUT', `/invitations/${invitation}/acceptance`, { body: { secret }, cookie }),
  )
}

/** An association with a lead and a member. */
export const anAssociation = async (api: Api, changes: object = {}) => {
  const [lead, member] = [await aPerson(api, 'Anne'), await aPerson(api, 'Bruno')]
  const { body } = await add(api, lead, changes)
  const id = body.id as HolderId
  const invitation = (await invite(api, lead, id, member.email)).body.id as string
  await take(api, member, invitation)
  return { id, lead, member, invitation }
}
