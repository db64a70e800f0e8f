const SITE = 'site:'

/** The page of the tools that are told of a scope, or of one of them. */
export const hooksAddress = (scope: string, hook?: string): string => {
  const place = scope.startsWith(SITE) ? { lieu: scope.slice(SITE.length) } : { portee: scope }
  return `/outil?${new URLSearchParams({ ...place, ...(hook && { outil: hook }) })}`
}
