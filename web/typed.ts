import { useEffect, useRef } from 'preact/hooks'
import type { WebProblem } from './api-client.ts'
import { tabStorage } from './tab-memory.ts'

type Typed = [name: string, value: string][]

const storage = tabStorage()

const nameHere = (): string => `typed ${location.pathname}${location.search}`

const typeAgain = (field: HTMLInputElement, typed: Typed): void => {
  if (field.type === 'radio' || field.type === 'checkbox') {
    if (typed.some(([name, value]) => name === field.name && value === field.value) !== field.checked) field.click()
    return
  }
  field.value = typed.find(([name]) => name === field.name)?.[1] ?? ''
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * A form that is as it was typed when somebody comes back to it, who had to sign in again to send it. It is kept in the
 * tab alone, and given back once.
 */
export const useTyped = (problem: WebProblem | undefined) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const kept = storage.getItem(nameHere())
    storage.removeItem(nameHere())
    if (!kept || !form.current) return
    for (const field of form.current.querySelectorAll<HTMLInputElement>('input, textarea'))
      typeAgain(field, JSON.parse(kept))
  }, [])
  useEffect(() => {
    if (problem?.code === 'signed-out' && form.current)
      storage.setItem(nameHere(), JSON.stringify([...new FormData(form.current)]))
  }, [problem])
  return form
}
