const pageFile = (uri) => {
  const path = uri.replace(/\/+$/, '')
  if (path === '') return '/index.html'
  return /\.[^/]*$/.test(path) ? uri : `${path}.html`
}

/** Page addresses have no extension. The API gets the visitor's host and address. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  const request = event.request
  if (request.uri.startsWith('/api/')) {
    request.headers['x-forwarded-host'] = { value: request.headers.host.value }
    request.headers['x-client-address'] = { value: event.viewer.ip }
  } else request.uri = pageFile(request.uri)
  return request
}
