import { useEffect, useRef } from 'preact/hooks'
import type { WebProblem } from './api-client.ts'
import { tabStorage } from './tab-memory.ts'

const storage = tabStorage()

const nameHere = (): string => `typed ${location.pathname}${location.search}`

/** Keeps what a form holds in the tab while its person signs in again, and restores it once. */
export const useKeptForm = (problem: WebProblem | undefined) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const kept = Object.entries(JSON.parse(storage.getItem(nameHere()) ?? '{}'))
    storage.removeItem(nameHere())
    for (const [name, value] of kept) {
      Object.assign(form.current?.elements.namedItem(name) ?? {}, { value })
      for (const field of document.getElementsByName(name))
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
    }
  }, [])
  useEffect(() => {
    if (problem?.code === 'signed-out' && form.current)
      storage.setItem(nameHere(), JSON.stringify(Object.fromEntries(new FormData(form.current))))
  }, [problem])
  return form
}
