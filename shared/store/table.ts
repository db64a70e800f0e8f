import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { BY_HOLDER, BY_LOOKUP, EXPIRY, PARTITION_KEY, SORT_KEY } from './keys/key.ts'

/** In terms that CloudFormation and CreateTable share. */
export const TABLE_DEFINITION = {
  AttributeDefinitions: [
    { AttributeName: PARTITION_KEY, AttributeType: 'S' },
    { AttributeName: SORT_KEY, AttributeType: 'S' },
    { AttributeName: BY_HOLDER.partitionKey, AttributeType: 'S' },
    { AttributeName: BY_HOLDER.sortKey, AttributeType: 'S' },
    { AttributeName: BY_LOOKUP.partitionKey, AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
    { AttributeName: SORT_KEY, KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: BY_HOLDER.indexName,
      KeySchema: [
        { AttributeName: BY_HOLDER.partitionKey, KeyType: 'HASH' },
        { AttributeName: BY_HOLDER.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: BY_LOOKUP.indexName,
      KeySchema: [
        { AttributeName: BY_LOOKUP.partitionKey, KeyType: 'HASH' },
        { AttributeName: BY_LOOKUP.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} satisfies Omit<CreateTableCommandInput, 'TableName'>

export const TIME_TO_LIVE = { AttributeName: EXPIRY, Enabled: true } as const

/** The ledger of erasures, which is never restored with the other table. */
export const LEDGER_DEFINITION = {
  AttributeDefinitions: [
    { AttributeName: PARTITION_KEY, AttributeType: 'S' },
    { AttributeName: SORT_KEY, AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
    { AttributeName: SORT_KEY, KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} satisfies Omit<CreateTableCommandInput, 'TableName'>
