import { hydrate } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Page } from './page.ts'

type Visit = { readonly query: URLSearchParams; readonly number: number }

const Visited = ({ View }: Pick<Page, 'View'>) => {
  const [visit, setVisit] = useState<Visit>()
  useLayoutEffect(() => {
    const begin = () =>
      setVisit((last) => ({ query: new URLSearchParams(location.search), number: (last?.number ?? 0) + 1 }))
    begin()
    // A page brought back by the browser's "back" is frozen: what it shows may have been booked or cancelled since.
    const reappear = (event: PageTransitionEvent) => event.persisted && begin()
    addEventListener('pageshow', reappear)
    return () => removeEventListener('pageshow', reappear)
  }, [])
  return <View key={visit && visit.number > 1 ? visit.number : 0} query={visit?.query} />
}

/** Takes over the prerendered page. */
export const start = ({ View }: Page): void => {
  const root = document.getElementById('page')
  if (root) hydrate(<Visited View={View} />, root)
}
