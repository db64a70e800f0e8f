import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Instant } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Table } from '../../shared/store/client.ts'
import type { PartitionRange } from '../../shared/store/keys/key.ts'
import { occupancies, siteItems } from '../../shared/store/keys/site-keys.ts'
import { aSite } from '../support/builders.ts'
import { medianOf } from './stage.ts'

const CLIENTS = 16
const ROUNDS = 7
const PER_ROUND = 480

type Read = () => Promise<unknown>

/** The floor: the two queries of a week, by the SDK alone, which reads nothing in their answers. */
const rawWeek = ({ client, name }: Table, today: LocalDate): Read => {
  const { id } = aSite()
  const [from, to] = [today, addDays(today, 7)]
  const queryOf = ({ pk, from: first, to: last }: PartitionRange) => ({
    TableName: name,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({ ':pk': pk, ':from': first, ':to': last }),
  })
  const ranges = [siteItems(id), occupancies(id, from, to)]
  return () => Promise.all(ranges.map((range) => client.send(new QueryCommand(queryOf(range)))))
}

const rateOf = async (read: Read): Promise<number> => {
  let left = PER_ROUND
  const startedAt = performance.now()
  const client = async () => {
    while (left-- > 0) await read()
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return PER_ROUND / ((performance.now() - startedAt) / 1000)
}

/** Weeks a second of 16 clients at once, beside its two queries, in turn; `ratios` are of each round. */
export const weekRate = async (table: Table, read: Read, now: Instant) => {
  const raw = rawWeek(table, new Date(now).toISOString().slice(0, 10) as LocalDate)
  const rounds: { week: number; raw: number }[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const rates = { raw: await rateOf(raw), week: await rateOf(read) }
    if (round >= 0) rounds.push(rates)
  }
  return {
    clients: CLIENTS,
    week: medianOf(rounds.map(({ week }) => week)),
    raw: medianOf(rounds.map((each) => each.raw)),
    ratios: rounds.map((each) => each.week / each.raw),
  }
}
