import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, it } from 'vitest'
import { consentMailsFor } from '../../functions/jobs/send-messages/consent-messages.ts'
import { messageOf } from '../../functions/jobs/send-messages/message.ts'
import type { SendDependencies } from '../../functions/jobs/send-messages/send-dependencies.ts'
import { formatScope, type Scope } from '../../shared/domain/rights.ts'
import { outboxEventOf } from '../../shared/store/outbox.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'

const SPACE = aSpace()
const image = (space: object) => marshall({ pk: 'SITE#09410A', sk: `SPACE#${SPACE.id}`, ...space })
const eventOf = (to: object, from?: object) =>
  outboxEventOf({ NewImage: image(to), ...(from && { OldImage: image(from) }) })

const AT_SITE = 'site:09410A'

const told = async (
  to: object,
  from?: object,
  { owner = 'La commune', now = to, manages = AT_SITE as string | undefined } = {},
) => {
  const event = eventOf(to, from)
  if (!event || !('space' in event)) return []
  const held: Record<string, object[]> = {
    [AT_SITE]: [{ holder: 'maire', role: 'owner' }],
  }
  if (manages) held[manages] = [...(held[manages] ?? []), { holder: 'claude', role: 'manager' }]
  const deps = {
    origin: 'https://restante.example',
    sites: {
      findSite: async () => ({
        site: aSite(),
        spaces: [now],
        closures: [],
        premises: { version: 1, ...(owner && { owner }) },
      }),
    },
    grants: { listHolders: async (scope: Scope) => held[formatScope(scope)] ?? [] },
    identities: {
      findHolders: async (ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { id, email: `${id}@example.org` }])),
    },
  }
  return (await consentMailsFor(event, deps as unknown as SendDependencies)).map((mail) =>
    messageOf(mail, 'm', NOW),
  )
}

describe('the agreement of the owner', () => {
  const agreed = { ...SPACE, consent: { at: NOW } }
  const ended = { ...SPACE, consent: { at: NOW + 1, until: '2026-11-30' } }

  it('is asked for by mail when a space is lent first, where there is another owner', async () => {
    expect(await told(SPACE)).toMatchObject([
      { to: 'maire@example.org', subject: 'Votre accord pour un espace prêté à Montmirail' },
    ])
    expect(await told(SPACE, undefined, { owner: '' })).toEqual([])
    expect(await told({ ...SPACE, capacity: 9 }, SPACE)).toEqual([])
  })

  it('is told to who is in charge of the site, when it is given and when it ends', async () => {
    const [yes] = await told(agreed, SPACE)
    expect(yes).toMatchObject({ to: 'claude@example.org', subject: 'L’accord du propriétaire à Montmirail' })
    expect(yes?.text).toContain('est d’accord pour prêter cet espace : Bureau')
    const [no] = await told(ended, agreed)
    expect(no?.text).toContain('Dernier jour : lundi 30 novembre.')
    expect(await told(agreed, SPACE, { now: ended })).toEqual([])
    expect(await told({ ...agreed, capacity: 9 }, agreed)).toEqual([])
  })

  it('says to whom no manager of the site answers why they are told, and rings where nobody is', async () => {
    const [text] = (await told(agreed, SPACE, { manages: 'departement:51' })).map((each) => each.text)
    expect(text).toContain('Ce lieu n’a pas de responsable.')
    expect(text).not.toContain('vous êtes responsable de ce lieu')
    await expect(told(agreed, SPACE, { manages: 'none' })).rejects.toThrow('nobody is in charge')
  })
})
