import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { PARTITION_KEY, SORT_KEY } from '../../shared/store/keys/key.ts'
import { LEDGER_DEFINITION, TIME_TO_LIVE } from '../../shared/store/table.ts'

/** Forgotten people, by number only. It outlives the other table and is never restored with it. */
export class LedgerTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billingMode: BillingMode[LEDGER_DEFINITION.BillingMode],
      timeToLiveAttribute: TIME_TO_LIVE.AttributeName,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
