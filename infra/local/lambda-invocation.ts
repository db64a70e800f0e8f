import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>

export const invocationContext = (limitMs: number): Context => {
  const endsAt = performance.now() + limitMs
  const getRemainingTimeInMillis = () => endsAt - performance.now()
  return { awsRequestId: crypto.randomUUID(), functionName: 'local', getRemainingTimeInMillis } as Context
}

type HttpRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** Payload format 2.0 of an HTTP API. */
export const apiEvent = ({
  method,
  url,
  headers: { cookie, ...headers },
  body,
}: HttpRequest): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'ANY /api/{proxy+}',
  rawPath: url.pathname,
  rawQueryString: url.search.slice(1),
  headers: { ...headers, 'x-forwarded-host': url.host, 'x-forwarded-proto': url.protocol.replace(':', '') },
  ...(cookie && { cookies: cookie.split('; ') }),
  ...(body && { body }),
  isBase64Encoded: false,
  requestContext: {
    accountId: 'local',
    apiId: 'local',
    domainName: url.host,
    domainPrefix: 'local',
    http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
    requestId: 'local',
    routeKey: 'ANY /api/{proxy+}',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
})

export const apiEventOf = async (request: Request, clientAddress: string): Promise<APIGatewayProxyEventV2> =>
  apiEvent({
    method: request.method,
    url: new URL(request.url),
    headers: { ...Object.fromEntries(request.headers), 'x-client-address': clientAddress },
    body: await request.text(),
  })

const NO_BODY = new Set([204, 304])

/** Adds the edge's headers. */
export const responseOf = (
  { statusCode = 200, headers = {}, cookies = [], body, isBase64Encoded }: APIGatewayProxyStructuredResultV2,
  edgeHeaders: Readonly<Record<string, string>>,
): Response => {
  const answered = new Headers(edgeHeaders)
  for (const [name, value] of Object.entries(headers)) answered.set(name, String(value))
  for (const cookie of cookies) answered.append('set-cookie', cookie)
  const content = isBase64Encoded && body ? Buffer.from(body, 'base64') : (body ?? '')
  return new Response(NO_BODY.has(statusCode) ? null : content, { status: statusCode, headers: answered })
}
