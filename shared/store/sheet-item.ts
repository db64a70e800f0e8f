import type { Update } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DaySheet } from '../domain/day-sheet.ts'
import type { QuarterRange } from '../domain/quarter.ts'
import type { Item, Table } from './client.ts'
import type { Key } from './keys.ts'

/** A sheet's counters are the attributes `q0`…`q95`; an absent one counts as free, so a sheet is never initialised. */
const countersOf = ({ start, end }: QuarterRange): string[] =>
  Array.from({ length: end - start }, (_, index) => `q${start + index}`)

export const sheetOf = (item: Item | undefined): DaySheet => {
  const sheet: Record<number, number> = {}
  for (const [name, value] of Object.entries(item ?? {})) {
    if (!/^q\d{1,2}$/.test(name)) continue
    if (typeof value !== 'number') throw new TypeError(`${name} of a day sheet is not a number`)
    sheet[Number(name.slice(1))] = value
  }
  return sheet
}

const addToEach = (range: QuarterRange) =>
  `ADD ${countersOf(range)
    .map((counter) => `${counter} :places`)
    .join(', ')}`

/** Takes places in each quarter of a range, on condition that each stays within the capacity: 2 operators a quarter. */
export const takePlaces = (table: Table, key: Key, range: QuarterRange, places: number, capacity: number): Update => {
  if (places > capacity) throw new RangeError('more places than the capacity')
  return {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: addToEach(range),
    ConditionExpression: `NOT (${countersOf(range)
      .map((counter) => `${counter} > :free`)
      .join(' OR ')})`,
    ExpressionAttributeValues: marshall({ ':places': places, ':free': capacity - places }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }
}

export const freePlaces = (table: Table, key: Key, range: QuarterRange, places: number): Update => ({
  TableName: table.name,
  Key: marshall(key),
  UpdateExpression: addToEach(range),
  ExpressionAttributeValues: marshall({ ':places': -places }),
})
