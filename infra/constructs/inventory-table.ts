import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { BY_HOLDER, BY_LOOKUP, type Index } from '../../shared/store/keys/key.ts'
import { TABLE_DEFINITION, TIME_TO_LIVE } from '../../shared/store/table.ts'
import { dynamodb } from './table-rights.ts'
import type { WatchedFunction } from './watched-function.ts'

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

/** The table as the store defines it for every engine, with its protection. */
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
      this.addGlobalSecondaryIndex({
        indexName: index.IndexName,
        projectionType: ProjectionType[index.Projection.ProjectionType],
        ...textKeys(index.KeySchema),
      })
  }

  allowChangesBy(job: WatchedFunction): void {
    const reads = ['BatchGetItem', 'ConditionCheckItem', 'Query']
    const writes = ['DeleteItem', 'PutItem', 'UpdateItem']
    job.allow({ actions: dynamodb(...reads, ...writes).sort(), resources: [this.tableArn] })
    this.allowQueriesBy(job, BY_HOLDER)
  }

  allowLookupsBy(job: WatchedFunction): void {
    this.allowQueriesBy(job, BY_LOOKUP)
  }

  allowQueriesBy(job: WatchedFunction, { indexName }: Index): void {
    job.allow({ actions: dynamodb('Query'), resources: [`${this.tableArn}/index/${indexName}`] })
  }
}
