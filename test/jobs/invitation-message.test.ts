import { expect, it, test } from 'vitest'
import { invitationMail } from '../../functions/jobs/send-messages/mails/other-mails.ts'
import { messageOf } from '../../functions/jobs/send-messages/message.ts'
import type { Hash, HolderId, InvitationId, SiteId } from '../../shared/domain/ids.ts'
import { invitationExpiry } from '../../shared/domain/invitation.ts'
import { atSite, type Grant } from '../../shared/domain/rights.ts'
import { invitationStore } from '../../shared/store/invitation-store.ts'
import { invitationSecretOf, sealBy } from '../../shared/store/mail-secrets.ts'
import { outboxEventOf } from '../../shared/store/outbox.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanImages } from '../support/scan.ts'
import type { RunningEngine } from '../support/start-engines.ts'

const ORIGIN = 'https://restante.example'
const LINK = `${ORIGIN}/invitation#x.y`

test.each<[Grant, string | undefined, string]>([
  [
    { role: 'agent', scope: atSite('09410A' as SiteId) },
    'Montmirail',
    'On vous invite comme agent : Montmirail',
  ],
  [
    { role: 'manager', scope: { kind: 'departement', departement: '51' } },
    undefined,
    'On vous invite comme responsable dans le département 51',
  ],
  [
    { role: 'network', scope: { kind: 'network' } },
    undefined,
    'On vous invite pour le réseau dans tout le réseau',
  ],
  [
    { role: 'member', scope: { kind: 'association', association: 'c' as HolderId } },
    'La Chorale',
    'On vous invite comme membre : La Chorale',
  ],
])('an invitation of %j says to what it invites, and carries its link', (grant, place, subject) => {
  const reader = { email: 'a@example.org' }
  const message = messageOf(invitationMail(reader, { ...grant, place, fragment: 'x.y' }, ORIGIN), 'm', NOW)
  expect(message).toMatchObject({ to: 'a@example.org', subject })
  expect(message.text).toContain(LINK)
  expect(message.text).toContain('sept jours pour accepter')
})

it('an invitation is sent when it is made, and not when it is accepted', async () => {
  const table = await freshTable(engines[0] as RunningEngine)
  const grant = { role: 'agent', scope: atSite('09410A' as SiteId) } as const
  const invitation = {
    ...{ id: 'i'.repeat(20) as InvitationId, grant, email: 'a@example.org', invitedBy: 'm' as HolderId },
    ...{ createdAt: NOW, expiresAt: invitationExpiry(NOW), requestHash: 'h' as Hash },
  }
  const store = invitationStore(table, sealBy('a-key'))
  await store.addInvitation(invitation)
  const { secret } = (await store.findInvitation(invitation.id)) ?? {}
  expect(secret).toBe(invitationSecretOf(sealBy('a-key'), invitation.id))
  expect(JSON.stringify(await scanImages(table))).not.toContain(secret)
  const [made] = (await scanImages(table)).filter(({ pk }) => pk?.S?.startsWith('INVITATION#'))
  expect(outboxEventOf({ NewImage: made })).toMatchObject({
    kind: 'invited',
    invitation: { id: invitation.id },
  })
  const takenBy = 'a' as HolderId
  const auditEntry = {
    ...grant,
    by: takenBy,
    action: 'be-oneself',
    effect: 'joined',
    about: invitation.id,
  } as const
  await store.take({ ...invitation, takenBy }, { ...auditEntry, at: NOW, holder: takenBy })
  const images = await scanImages(table)
  const [taken] = images.filter(({ pk }) => pk?.S?.startsWith('INVITATION#'))
  expect(taken).toMatchObject({ takenBy: { S: 'a' } })
  expect(outboxEventOf({ NewImage: taken, OldImage: made })).toBeUndefined()
  for (const image of images.filter((each) => each !== taken))
    expect(outboxEventOf({ NewImage: image })).toBeUndefined()
})
