import { fileURLToPath } from 'node:url'
import { Duration, Validations } from 'aws-cdk-lib'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct, type IDependable } from 'constructs'
import { KEPT_BY_VISITORS, PUBLIC_QUERY, PUBLIC_READS } from '../public-reads.ts'
import {
  apiSecurityHeaders,
  type InlineHashes,
  securityHeaders,
  writtenPageHeaders,
} from '../security-headers.ts'
import { WRITTEN_PAGES } from '../written-pages.ts'
import { headersPolicy } from './headers-policy.ts'
import { PageBucket } from './page-bucket.ts'

export type PublicSiteProps = {
  readonly pages: string
  readonly inline: InlineHashes
  readonly apiDomain: string
  /** Has the files of the addresses that no build writes. */
  readonly written: IBucket
}

const VIEWER_REQUEST = fileURLToPath(new URL('../edge/viewer-request.js', import.meta.url))

// By default, CloudFront keeps an origin's errors for 10 s and gives one visitor's 404 to the next.
const ERRORS_KEPT_BY_DEFAULT = [400, 404, 405, 414, 500, 501, 502, 503, 504]

/**
 * The distribution's error pages cover the API too, whose 404 must stay a problem. S3 answers 403 for absent
 * files to readers without listing, so 403 shows the page that does not exist.
 */
const ERROR_RESPONSES: ErrorResponse[] = [
  { httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/404.html', ttl: Duration.seconds(0) },
  ...ERRORS_KEPT_BY_DEFAULT.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
]

export class PublicSite extends Construct {
  readonly origin: string
  /** What pages load is there before pages name it. */
  readonly assets: IDependable

  constructor(scope: Construct, id: string, { pages, inline, apiDomain, written }: PublicSiteProps) {
    super(scope, id)
    const held = new PageBucket(this, 'Pages')
    const viewerRequest = new ViewerFunction(this, 'ViewerRequest', {
      code: FunctionCode.fromFile({ filePath: VIEWER_REQUEST }),
      runtime: FunctionRuntime.JS_2_0,
    })
    const functionAssociations = [{ function: viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }]
    const api = apiAt(apiDomain)
    const distribution = new Distribution(this, 'Distribution', {
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      errorResponses: ERROR_RESPONSES,
      defaultBehavior: {
        ...filesOf(held.bucket),
        responseHeadersPolicy: headersPolicy(
          this,
          'PageHeaders',
          securityHeaders({ ...inline, production: true }),
        ),
        functionAssociations,
      },
      additionalBehaviors: {
        ...this.writtenPages({ ...filesOf(written), functionAssociations }),
        [`${PUBLIC_READS}*`]: { ...this.publicReads(api), functionAssociations },
        '/api/*': { ...this.apiBehavior(api), functionAssociations },
      },
    })
    this.assets = held.upload(pages, distribution)
    this.origin = `https://${distribution.distributionDomainName}`
    acknowledgeOn(distribution)
  }

  private writtenPages(behavior: BehaviorOptions): Record<string, BehaviorOptions> {
    const headers = writtenPageHeaders({ production: true })
    const responseHeadersPolicy = headersPolicy(this, 'WrittenHeaders', headers)
    return Object.fromEntries(WRITTEN_PAGES.map((path) => [path, { ...behavior, responseHeadersPolicy }]))
  }

  /** No cookie and no key gets there, and no header but the one that the edge itself writes. */
  private publicReads(api: ReturnType<typeof apiAt>): BehaviorOptions {
    const headers = apiSecurityHeaders({ production: true })
    return {
      ...api,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      cachedMethods: CachedMethods.CACHE_GET_HEAD_OPTIONS,
      cachePolicy: new CachePolicy(this, 'PublicReads', {
        queryStringBehavior: CacheQueryStringBehavior.allowList(...PUBLIC_QUERY),
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.hours(1),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      compress: true,
      originRequestPolicy: new OriginRequestPolicy(this, 'ClientAddress', {
        headerBehavior: OriginRequestHeaderBehavior.allowList('x-client-address'),
      }),
      responseHeadersPolicy: headersPolicy(
        this,
        'PublicHeaders',
        headers,
        { 'cache-control': KEPT_BY_VISITORS },
        FROM_ANYWHERE,
      ),
    }
  }

  private apiBehavior(api: ReturnType<typeof apiAt>): BehaviorOptions {
    return {
      ...api,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headersPolicy(this, 'ApiHeaders', apiSecurityHeaders({ production: true })),
    }
  }
}

/** As the API itself says; the entrance refuses a crowd without asking it. */
const FROM_ANYWHERE = {
  accessControlAllowCredentials: false,
  accessControlAllowHeaders: ['If-None-Match'],
  accessControlAllowMethods: ['GET'],
  accessControlAllowOrigins: ['*'],
  accessControlExposeHeaders: ['ETag', 'Link', 'Retry-After'],
  accessControlMaxAge: Duration.days(1),
  originOverride: true,
}

const filesOf = (bucket: IBucket) => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  compress: true,
})

const apiAt = (domain: string) => ({
  origin: new HttpOrigin(domain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
})

const acknowledgeOn = (distribution: Distribution): void =>
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'People book from abroad and from overseas: no country is shut out.' },
    {
      id: 'AwsSolutions-CFR2',
      reason: 'No firewall yet: the throttle of the API bounds what a flood can cost.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason: 'These logs hold the addresses of visitors, and nothing here needs them.',
    },
    {
      id: 'AwsSolutions-CFR4',
      reason:
        "CloudFront's own certificate fixes TLSv1 as the minimum; a certificate of one's own makes it TLSv1.2.",
    },
  )
