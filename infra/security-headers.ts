const YEAR_SECONDS = 365 * 24 * 60 * 60

export const HSTS_SECONDS = 2 * YEAR_SECONDS

const FEATURES_OFF = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

export type SecurityHeaders = {
  readonly 'content-security-policy': string
  readonly 'cross-origin-opener-policy': string
  readonly 'cross-origin-resource-policy': string
  readonly 'permissions-policy': string
  readonly 'referrer-policy': 'same-origin'
  readonly 'x-content-type-options': 'nosniff'
  readonly 'strict-transport-security'?: string
}

/** In `production`, visitors use HTTPS only. */
type Reach = { readonly production: boolean }

const policy = (directives: readonly string[], { production }: Reach): string =>
  [...directives, ...(production ? ['upgrade-insecure-requests'] : [])].join('; ')

const commonHeaders = ({ production }: Reach): Omit<SecurityHeaders, 'content-security-policy'> => ({
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': ['geolocation=(self)', ...FEATURES_OFF.map((feature) => `${feature}=()`)].join(', '),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(production && { 'strict-transport-security': `max-age=${HSTS_SECONDS}; includeSubDomains` }),
})

/** Hashes (`sha256-…`) of the inline styles and scripts of pages. */
export type InlineHashes = {
  readonly styleHashes: readonly string[]
  readonly scriptHashes: readonly string[]
}

const quoted = (hashes: readonly string[]): string[] => hashes.map((hash) => `'${hash}'`)

const directivesOf = ({ styleHashes, scriptHashes }: InlineHashes): string[] => [
  "default-src 'none'",
  ["script-src 'self'", ...quoted(scriptHashes)].join(' '),
  `style-src ${quoted(styleHashes).join(' ') || "'none'"}`,
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
]

/** Only headers can say who may frame a page. */
const UNFRAMED = "frame-ancestors 'none'"

export const securityHeaders = ({ production, ...inline }: Reach & InlineHashes): SecurityHeaders => ({
  'content-security-policy': policy([...directivesOf(inline), UNFRAMED], { production }),
  ...commonHeaders({ production }),
})

/** The policy that a page names itself. */
export const pagePolicy = (inline: InlineHashes): string => directivesOf(inline).join('; ')

/** For files that name their own policy: they stay when a later build inlines other styles. */
export const writtenPageHeaders = ({ production }: Reach): SecurityHeaders => ({
  'content-security-policy': policy(["base-uri 'none'", UNFRAMED], { production }),
  ...commonHeaders({ production }),
})

/** Answers of the API are never documents. */
export const apiSecurityHeaders = ({ production }: Reach): SecurityHeaders => ({
  'content-security-policy': policy(["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"], {
    production: false,
  }),
  ...commonHeaders({ production }),
})
