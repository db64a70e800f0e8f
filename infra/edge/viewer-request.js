const pageFile = (uri) => {
  const path = uri.replace(/\/+$/, '')
  if (path === '') return '/index.html'
  return /\.[^/]*$/.test(path) ? uri : `${path}.html`
}

/**
 * Pages have no extension in their address. The API is told the host that the visitor sees, to compare Origin with, and
 * the visitor's address, to leave room for others.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  const request = event.request
  if (request.uri.startsWith('/api/')) {
    request.headers['x-forwarded-host'] = { value: request.headers.host.value }
    request.headers['x-client-address'] = { value: event.viewer.ip }
  } else request.uri = pageFile(request.uri)
  return request
}
