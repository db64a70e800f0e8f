import { describe, expect, it } from 'vitest'
import { apiSecurityHeaders, securityHeaders } from '../../infra/security-headers.ts'

const HASH = 'sha256-8PT0o7ZxYYbGnuSyAW8NIIYbnE6fYBmQtzUEz3/ziBk='
const pages = (production: boolean, hashes = [HASH]) =>
  securityHeaders({ styleHashes: hashes, scriptHashes: hashes, production })

const everyone = [
  pages(true),
  pages(false),
  apiSecurityHeaders({ production: true }),
  apiSecurityHeaders({ production: false }),
]

describe('the security headers', () => {
  it.each(everyone)('allow nothing unsafe, nothing from elsewhere and no frame (%#)', (headers) => {
    const policy = headers['content-security-policy']
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http:|https:|data:|blob:/)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })

  it('allow the built styles and script, and no style when there is none', () => {
    expect(pages(true)['content-security-policy']).toContain(`style-src '${HASH}';`)
    expect(pages(true)['content-security-policy']).toContain(`script-src 'self' '${HASH}';`)
    expect(pages(true, [])['content-security-policy']).toContain("script-src 'self';")
    expect(pages(true, [])['content-security-policy']).toContain("style-src 'none';")
  })

  it('demand HTTPS in production only', () => {
    expect(pages(true)['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect(pages(true)['content-security-policy']).toContain('upgrade-insecure-requests')
    expect(pages(false)).not.toHaveProperty('strict-transport-security')
    expect(pages(false)['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })

  it('leave geolocation to our own pages and turn the rest off', () => {
    const features = pages(true)['permissions-policy'].split(', ')
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['geolocation=(self)'])
    expect(features).toEqual(expect.arrayContaining(['camera=()', 'microphone=()', 'payment=()']))
  })
})
