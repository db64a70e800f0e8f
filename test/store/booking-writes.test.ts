import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeAll, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { writesOf } from '../../shared/store/booking-writes.ts'
import { spaceKey } from '../../shared/store/keys/site-keys.ts'
import { aBooking, NOW } from '../support/builders.ts'

const client = new DynamoDBClient({ region: 'eu-west-3' })
const TABLE = { client, name: 'restante' }
const [MORNING_ROOM, EVENING_ROOM] = ['matin', 'soir'] as [SpaceId, SpaceId]

beforeAll(() => {
  mockClient(client)
    .on(BatchGetItemCommand)
    .resolves({ Responses: { restante: [] } })
})

const spacesChecked = async (from: Booking, to: Booking): Promise<unknown[]> =>
  (await writesOf(TABLE, [{ from, to }], NOW)).flatMap(({ ConditionCheck }) =>
    ConditionCheck?.Key?.sk?.S ? [ConditionCheck.Key.sk.S] : [],
  )

it('a move to a space of the same allocations is written only while that space is lent as it was read', async () => {
  const from = aBooking({ space: MORNING_ROOM })
  const to = { ...from, space: EVENING_ROOM, lentAs: 3, revision: 1 }
  expect(to.allocations).toEqual(from.allocations)
  expect(await spacesChecked(from, to)).toContain(spaceKey(to.site, EVENING_ROOM).sk)
})

it('a change that takes nothing anew does not depend on how the space is lent now', async () => {
  const from = aBooking()
  expect(await spacesChecked(from, { ...from, revision: 1 })).toEqual([])
})
