import {
  BatchGetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Table } from '../../shared/store/client.ts'
import { BY_HOLDER } from '../../shared/store/keys/key.ts'
import type { Section } from './section.ts'
import { installedEngines, withTable } from './stage.ts'
import { unitsOf } from './store-meter.ts'

const SIZE = 1500
const STORED = 6

const key = (sk: number | string, pk = 'a') => ({ pk, sk: String(sk) })
const item = (sk: number | string, pk = 'a') => ({ ...key(sk, pk), text: 'x'.repeat(SIZE) })
const owned = { [BY_HOLDER.partitionKey]: 'camille', [BY_HOLDER.sortKey]: '2026-11-24T08:00' }

type Rule = {
  readonly what: string
  readonly units: number
  readonly ask: (table: Table) => Promise<unknown>
}

const counted = { ReturnConsumedCapacity: 'TOTAL' } as const

const query = ({ client, name }: Table, pk: string, input: Partial<QueryCommandInput> = {}) =>
  client.send(
    new QueryCommand({
      ...counted,
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': pk }),
      ...input,
    }),
  )

const batch = ({ client, name }: Table, keys: readonly object[]) =>
  client.send(
    new BatchGetItemCommand({
      ...counted,
      RequestItems: { [name]: { ConsistentRead: true, Keys: keys.map((each) => marshall(each)) } },
    }),
  )

const transact = (
  { client }: Table,
  TransactItems: NonNullable<TransactWriteItemsCommandInput['TransactItems']>,
) => client.send(new TransactWriteItemsCommand({ ...counted, TransactItems }))

const put = ({ name }: Table, Item: object) => ({ Put: { TableName: name, Item: marshall(Item) } })

const addOne = ({ name }: Table, sk: string) => ({
  Update: {
    TableName: name,
    Key: marshall(key(sk, 'b')),
    UpdateExpression: 'ADD q32 :one',
    ExpressionAttributeValues: marshall({ ':one': 1 }),
  },
})

const RULES: readonly Rule[] = [
  { what: 'query of 9 KB, eventual', units: 1.5, ask: (table) => query(table, 'a') },
  { what: 'query of 9 KB, strong', units: 3, ask: (table) => query(table, 'a', { ConsistentRead: true }) },
  { what: 'query that finds nothing, eventual', units: 0.5, ask: (table) => query(table, 'none') },
  { what: 'batch get of two items, strong', units: 2, ask: (table) => batch(table, [key(0), key(1)]) },
  { what: '… of one and one that is absent', units: 2, ask: (table) => batch(table, [key(0), key('none')]) },
  { what: 'transaction: put 1.5 KB', units: 4, ask: (table) => transact(table, [put(table, item('t'))]) },
  { what: '… a small item', units: 2, ask: (table) => transact(table, [put(table, key('small', 'b'))]) },
  {
    what: '… a small item that an index holds',
    units: 3,
    ask: (table) => transact(table, [put(table, { ...key('owned', 'b'), ...owned })]),
  },
  {
    what: '… count in an item that is not there yet',
    units: 2,
    ask: (table) => transact(table, [addOne(table, 'new')]),
  },
  {
    what: '… count in an item that is there',
    units: 2,
    ask: (table) => transact(table, [addOne(table, 'new')]),
  },
  {
    what: '… delete what is absent',
    units: 2,
    ask: (table) => transact(table, [{ Delete: { TableName: table.name, Key: marshall(key('none')) } }]),
  },
]

const reportedBy = async (table: Table): Promise<number[]> => {
  for (let at = 0; at < STORED; at++) {
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item(at)) }))
  }
  const units = []
  for (const { ask } of RULES) units.push(unitsOf(await ask(table)))
  return units
}

/** The capacity that each engine reports, beside what DynamoDB charges. */
export const capacityRules = async (): Promise<Section> => {
  const engines: { readonly name: string; readonly units: readonly number[] }[] = []
  for (const kind of installedEngines()) {
    engines.push({ name: kind.name, units: await withTable(kind, ({ table }) => reportedBy(table)) })
  }
  return {
    title: 'Units that the engines report',
    figures: [],
    grid: [
      ['request', 'DynamoDB', ...engines.map(({ name }) => name)],
      ...RULES.map(({ what, units }, at) => [
        what,
        ...[units, ...engines.map((each) => each.units[at])].map(String),
      ]),
    ],
  }
}
