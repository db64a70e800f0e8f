/** The site that `/lieu/09410A` names, or `/lieu?id=09410A`, which a device may still hold; empty for none. */
export const siteInAddress = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string =>
  /\/lieu\/(\w+)/.exec(pathname)?.[1] ?? new URLSearchParams(search).get('id') ?? ''
