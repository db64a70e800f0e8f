/** The page to sign in, which comes back to `next`. */
export const signInAddress = (next = location.pathname + location.search): string =>
  `/connexion?${new URLSearchParams({ next })}`
