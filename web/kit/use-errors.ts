import { useState } from 'preact/hooks'
import type { FieldErrors } from './field/error-summary.tsx'

/** The errors of a form that sends nothing itself; `check` shows them and tells whether there are none. */
export const useErrors = () => {
  const [tried, setTried] = useState<{ tries: number; errors: FieldErrors }>({ tries: 0, errors: {} })
  const check = (errors: FieldErrors): boolean => {
    setTried({ tries: tried.tries + 1, errors })
    return Object.keys(errors).length === 0
  }
  return { tried, check }
}
