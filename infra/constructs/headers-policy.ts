import { Duration } from 'aws-cdk-lib'
import {
  HeadersReferrerPolicy,
  type ResponseHeadersCorsBehavior,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { HSTS_SECONDS, type SecurityHeaders } from '../security-headers.ts'

const CUSTOM = ['cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'] as const

/** CloudFront sets some headers by name and refuses them among custom ones. */
export const headersPolicy = (
  scope: Construct,
  id: string,
  headers: SecurityHeaders,
  others: Readonly<Record<string, string>> = {},
  corsBehavior?: ResponseHeadersCorsBehavior,
): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    ...(corsBehavior && { corsBehavior }),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'], override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        ...CUSTOM.map((header) => [header, headers[header]] as const),
        ...Object.entries(others),
      ].map(([header, value]) => ({ header, value, override: true })),
    },
  })
