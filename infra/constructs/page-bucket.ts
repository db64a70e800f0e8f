import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct, type IDependable } from 'constructs'
import { publicFiles } from './public-files.ts'
import { acknowledgeUploads } from './upload-acknowledgements.ts'

const ASSETS = 'assets/*'
const WORKER = 'sw.js'

export class PageBucket extends Construct {
  readonly bucket: IBucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = publicFiles(this, {
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    })
  }

  /**
   * Assets go first and old ones stay, so that open pages still find theirs. The service worker goes last: with
   * it, devices take the new pages. Answers the assets.
   */
  upload(folder: string, distribution: IDistribution): IDependable {
    const common = {
      sources: [Source.asset(folder)],
      destinationBucket: this.bucket,
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'UploadLogs', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    }
    const assets = new BucketDeployment(this, 'UploadAssets', {
      ...common,
      exclude: ['*'],
      include: [ASSETS],
      prune: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    })
    const pages = new BucketDeployment(this, 'UploadPages', {
      ...common,
      exclude: [ASSETS, WORKER],
      cacheControl: [CacheControl.fromString('public, max-age=60')],
      distribution,
      distributionPaths: ['/*'],
    })
    pages.node.addDependency(assets)
    const worker = new BucketDeployment(this, 'UploadWorker', {
      ...common,
      exclude: ['*'],
      include: [WORKER],
      prune: false,
      cacheControl: [CacheControl.fromString('no-cache')],
      distribution,
      distributionPaths: [`/${WORKER}`],
    })
    worker.node.addDependency(pages)
    acknowledgeUploads(pages, this.bucket)
    return assets
  }
}
