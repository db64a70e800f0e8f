import { hydrate } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { keepLanguage } from './keep-language.ts'
import { keepQuery } from './keep-query.ts'
import type { Page } from './page.ts'

type Visit = { readonly query: URLSearchParams; readonly number: number }

const Visited = ({ View }: Pick<Page, 'View'>) => {
  const [visit, setVisit] = useState<Visit>()
  useLayoutEffect(() => {
    const begin = () =>
      setVisit((last) => ({ query: new URLSearchParams(location.search), number: (last?.number ?? 0) + 1 }))
    begin()
    // The browser's "back" shows a frozen page, whose content may have changed since.
    const reappear = (event: PageTransitionEvent) => event.persisted && begin()
    addEventListener('pageshow', reappear)
    return () => removeEventListener('pageshow', reappear)
  }, [])
  return <View key={visit && visit.number > 1 ? visit.number : 0} query={visit?.query} />
}

/** When a choice changes, two radio buttons differ; only the chosen one counts. */
const isTouched = ({ type, value, defaultValue, checked, defaultChecked }: HTMLInputElement): boolean =>
  value !== defaultValue || (checked !== defaultChecked && (checked || type !== 'radio'))

/** Pages work without it, as in browsers and networks that have none. */
const registerWorker = (): void => {
  const register = () => navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else addEventListener('load', register)
}

/** Takes over the prerendered page; values typed or chosen before stay, and fire their events. */
export const start = ({ View }: Page): void => {
  const root = document.getElementById('page')
  if (!root) return
  keepLanguage()
  keepQuery()
  const fields = [...root.querySelectorAll<HTMLInputElement>('input,select,textarea')]
  const touched = fields
    .filter(isTouched)
    .map((field) => ({ field, value: field.value, checked: field.checked }))
  hydrate(<Visited View={View} />, root)
  for (const { field, ...typed } of touched) {
    Object.assign(field, typed)
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('button:disabled')) button.disabled = false
  registerWorker()
}
