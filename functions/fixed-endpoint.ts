/*
 * Stands for the SDK's rules of endpoints, and their discovery, in the bundles: a function finds its table in its
 * region, at the address that AWS documents (https://docs.aws.amazon.com/general/latest/gr/ddb.html), or where it is
 * told to.
 */

type Asked = { readonly Endpoint?: string; readonly Region?: string }

export const defaultEndpointResolver = ({ Endpoint, Region }: Asked) => ({
  url: new URL(Endpoint ?? `https://dynamodb.${Region}.amazonaws.com`),
  headers: {},
  properties: {},
})

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: false,
}

export const resolveEndpointDiscoveryConfig = <T>(config: T): T => config
