/** The page in the other language is about the same thing. */
export const keepQuery = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.other-language'))
    link.addEventListener('click', () => {
      const query = new URLSearchParams(location.search)
      query.set('langue', link.hreflang)
      link.search = String(query)
    })
}
