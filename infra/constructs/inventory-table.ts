import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { TABLE_DEFINITION, TIME_TO_LIVE } from '../../shared/store/table.ts'

const {
  KeySchema,
  GlobalSecondaryIndexes,
  BillingMode: billing,
  StreamSpecification: stream,
} = TABLE_DEFINITION

const textKeys = (
  schema: readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[],
) => {
  const keyOf = (type: 'HASH' | 'RANGE') => {
    const part = schema.find(({ KeyType }) => KeyType === type)
    if (!part) throw new Error(`no ${type} key in the definition of the table`)
    return { name: part.AttributeName, type: AttributeType.STRING }
  }
  return { partitionKey: keyOf('HASH'), sortKey: keyOf('RANGE') }
}

/** The one table: the definition that the store shares with every engine, and what keeps its contents safe. */
export class InventoryTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      ...textKeys(KeySchema),
      billingMode: BillingMode[billing],
      stream: StreamViewType[stream.StreamViewType],
      timeToLiveAttribute: TIME_TO_LIVE.AttributeName,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of GlobalSecondaryIndexes)
      this.addGlobalSecondaryIndex({ indexName: index.IndexName, ...textKeys(index.KeySchema) })
  }
}
