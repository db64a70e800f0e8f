import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import {
  apiSecurityHeaders,
  type SecurityHeaders,
  securityHeaders,
  writtenPageHeaders,
} from '../../infra/security-headers.ts'
import { WRITTEN_PAGES } from '../../infra/written-pages.ts'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import { aStack, INLINE, type Properties, propertiesOf, readable } from './synthesised.ts'

const template = Template.fromStack(aStack())

type Distribution = {
  DistributionConfig: Properties & {
    DefaultCacheBehavior: Properties
    CacheBehaviors: Properties[]
    CustomErrorResponses: Properties[]
  }
}
const { DistributionConfig: distribution } = readable(
  propertiesOf(template, 'AWS::CloudFront::Distribution'),
) as Distribution

/** What visitors get with a public read, whatever the edge keeps. */
const ASKED_AGAIN = { 'cache-control': 'no-cache' }
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

type HeadersPolicy = {
  ResponseHeadersPolicyConfig: {
    CorsConfig?: object
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string }
      ContentTypeOptions: { Override: boolean }
      ReferrerPolicy: { ReferrerPolicy: string }
      StrictTransportSecurity: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean }
    }
    CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] }
  }
}

/** What a visitor receives by a policy of the template. */
const headersOf = (idPrefix: string): Properties => {
  const policy = propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy', idPrefix) as HeadersPolicy
  const { SecurityHeadersConfig: known, CustomHeadersConfig: custom } = policy.ResponseHeadersPolicyConfig
  const { AccessControlMaxAgeSec, IncludeSubdomains } = known.StrictTransportSecurity
  return {
    'content-security-policy': known.ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': known.ReferrerPolicy.ReferrerPolicy,
    'x-content-type-options': known.ContentTypeOptions.Override && 'nosniff',
    'strict-transport-security': `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
  }
}

describe('the distribution', () => {
  it('serves pages from the bucket, by HTTPS', () => {
    expect(distribution).toMatchObject({ HttpVersion: 'http2and3', PriceClass: 'PriceClass_100' })
    expect(distribution.DefaultCacheBehavior).toMatchObject({
      ViewerProtocolPolicy: 'redirect-to-https',
      ResponseHeadersPolicyId: '<SitePageHeaders>',
      FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: '<SiteViewerRequest.FunctionARN>' }],
    })
  })

  it('reads what a function writes from a bucket of its own, by the same edge code', () => {
    const behaviors = distribution.CacheBehaviors.slice(0, -2)
    expect(behaviors.map(({ PathPattern }) => PathPattern)).toEqual(WRITTEN_PAGES)
    for (const behavior of behaviors)
      expect(behavior).toMatchObject({
        Compress: true,
        ResponseHeadersPolicyId: '<SiteWrittenHeaders>',
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: '<SiteViewerRequest.FunctionARN>' },
        ],
      })
  })

  it('passes every other call of the API on, and caches none of its answers', () => {
    expect(distribution.CacheBehaviors.slice(-1)).toEqual([
      expect.objectContaining({
        PathPattern: '/api/*',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        CachePolicyId: CACHING_DISABLED,
        OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
        ResponseHeadersPolicyId: '<SiteApiHeaders>',
        ViewerProtocolPolicy: 'https-only',
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: '<SiteViewerRequest.FunctionARN>' },
        ],
      }),
    ])
  })

  it('caches public reads as long as they say, by path and known query, compressed, without cookies or keys', () => {
    expect(distribution.CacheBehaviors.at(-2)).toEqual(
      expect.objectContaining({
        PathPattern: '/api/public/*',
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        CachedMethods: ['GET', 'HEAD', 'OPTIONS'],
        CachePolicyId: '<SitePublicReads>',
        Compress: true,
        OriginRequestPolicyId: '<SiteClientAddress>',
        ResponseHeadersPolicyId: '<SitePublicHeaders>',
        ViewerProtocolPolicy: 'https-only',
      }),
    )
    const { CachePolicyConfig } = propertiesOf(template, 'AWS::CloudFront::CachePolicy')
    expect(CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'whitelist' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
      },
    })
    const { OriginRequestPolicyConfig } = propertiesOf(template, 'AWS::CloudFront::OriginRequestPolicy')
    expect(OriginRequestPolicyConfig).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['x-client-address'] },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    })
  })

  it('lets through each name that a public question may have, and none about a person', () => {
    const { CachePolicyConfig: config } = propertiesOf(template, 'AWS::CloudFront::CachePolicy') as {
      CachePolicyConfig: {
        ParametersInCacheKeyAndForwardedToOrigin: { QueryStringsConfig: { QueryStrings: string[] } }
      }
    }
    const names = Object.values<Route>(routes)
      .filter(({ forAnybody }) => forAnybody)
      .flatMap(({ query }) => Object.keys((query as z.ZodObject | undefined)?.shape ?? {}))
      .filter((name) => !['moving', 'public'].includes(name))
    const { QueryStrings } = config.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig
    expect(QueryStrings.toSorted()).toEqual([...new Set(names)].sort())
  })

  it('caches no error, and leaves those of the API alone except for 403', () => {
    const errors = distribution.CustomErrorResponses
    expect(errors.every(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL === 0)).toBe(true)
    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual([
      403, 400, 404, 405, 414, 500, 501, 502, 503, 504,
    ])
    expect(errors.filter(({ ResponsePagePath }) => ResponsePagePath)).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 0 },
    ])
  })

  it.each<[string, SecurityHeaders]>([
    ['SitePageHeaders', securityHeaders({ ...INLINE, production: true })],
    ['SiteWrittenHeaders', writtenPageHeaders({ production: true })],
    ['SiteApiHeaders', apiSecurityHeaders({ production: true })],
    ['SitePublicHeaders', { ...apiSecurityHeaders({ production: true }), ...ASKED_AGAIN }],
  ])('sends all of the headers: %s', (policy, headers) => {
    expect(headersOf(policy)).toEqual(headers)
  })
})

it('lets pages of other sites read the public part of the API, even why the entrance refuses it, and nothing else', () => {
  const allowedIn = (idPrefix: string) =>
    (propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy', idPrefix) as HeadersPolicy)
      .ResponseHeadersPolicyConfig.CorsConfig
  expect(allowedIn('SitePublicHeaders')).toMatchObject({
    AccessControlAllowCredentials: false,
    AccessControlAllowMethods: { Items: ['GET'] },
    AccessControlAllowOrigins: { Items: ['*'] },
    OriginOverride: true,
  })
  for (const closed of ['SiteApiHeaders', 'SitePageHeaders']) expect(allowedIn(closed)).toBeUndefined()
})

describe('the bucket of pages', () => {
  it('is private, encrypted and versioned', () => {
    expect(propertiesOf(template, 'AWS::S3::Bucket', 'SitePages')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
  })

  it('is read by the distribution and listed by nobody, so that absent files answer 403', () => {
    const { PolicyDocument } = readable(propertiesOf(template, 'AWS::S3::BucketPolicy', 'SitePages')) as {
      PolicyDocument: { Statement: { Effect: string; Action: string | string[]; Principal: unknown }[] }
    }
    const toCloudFront = PolicyDocument.Statement.filter(({ Principal }) =>
      JSON.stringify(Principal).includes('cloudfront'),
    )
    expect(toCloudFront.map(({ Action }) => Action)).toEqual(['s3:GetObject'])
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
  })

  it('lets browsers keep assets for a year, pages for a minute, and the service worker not at all', () => {
    const uploads = Object.values(template.findResources('Custom::CDKBucketDeployment')).map(
      ({ Properties }) => ({
        exclude: Properties.Exclude,
        include: Properties.Include,
        prune: Properties.Prune,
        cache: Properties.SystemMetadata['cache-control'],
      }),
    )
    expect(uploads).toEqual([
      { exclude: ['*'], include: ['assets/*'], prune: false, cache: 'public, max-age=31536000, immutable' },
      { exclude: ['assets/*', 'sw.js'], include: undefined, prune: true, cache: 'public, max-age=60' },
      { exclude: ['*'], include: ['sw.js'], prune: false, cache: 'no-cache' },
    ])
  })
})
