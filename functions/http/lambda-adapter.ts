import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { Hono } from 'hono'
import { problemOf, type Refusal } from './problem.ts'

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** Fetch builds no request with these methods: https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])
const ALLOWED_METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const WITHOUT_BODY = new Set(['GET', 'HEAD'])

/** Headers are bytes: other characters than ASCII are encoded. */
const asciiOf = (value: string): string =>
  value.replace(/[^\x20-\x7e\t]+/g, (other) => encodeURIComponent(other.toWellFormed()))

const requestOf = (event: APIGatewayProxyEventV2): Request | Refusal => {
  const { domainName, http } = event.requestContext
  const method = http.method.toUpperCase()
  if (FORBIDDEN_METHODS.has(method)) return { kind: 'method-not-allowed' }
  try {
    const headers = new Headers(
      Object.entries(event.headers).map(([name, value = '']) => [name, asciiOf(value)]),
    )
    if (event.cookies?.length) headers.set('cookie', asciiOf(event.cookies.join('; ')))
    const query = event.rawQueryString && `?${event.rawQueryString}`
    const body =
      event.body &&
      !WITHOUT_BODY.has(method) &&
      Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8')
    if (body) headers.set('content-length', String(body.length))
    return new Request(`https://${domainName}${event.rawPath}${query}`, {
      method,
      headers,
      ...(body && { body }),
    })
  } catch {
    return { kind: 'malformed' }
  }
}

const resultOf = async (response: Response): Promise<APIGatewayProxyStructuredResultV2> => {
  const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers)
  const isBase64Encoded = response.headers.has('content-encoding')
  const body = isBase64Encoded
    ? Buffer.from(await response.arrayBuffer()).toString('base64')
    : await response.text()
  return {
    statusCode: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body,
    isBase64Encoded,
  }
}

/**
 * Answers events of an HTTP API, payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html. An
 * event that makes no valid request is refused, and is no fault.
 */
export const answering =
  (app: Pick<Hono, 'fetch'>): Handler =>
  async (event) => {
    const request = requestOf(event)
    if (request instanceof Request) return resultOf(await app.fetch(request, { event }))
    const { status, headers, body } = await problemOf(request)
    const allow = request.kind === 'method-not-allowed' && { allow: ALLOWED_METHODS }
    return { statusCode: status, headers: { ...headers, ...allow }, body, isBase64Encoded: false }
  }
