/*
 * Replaces the SDK's endpoint rules and discovery in bundles: functions find the table in their region, at
 * the address that AWS documents (https://docs.aws.amazon.com/general/latest/gr/ddb.html), or where they are
 * told.
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
