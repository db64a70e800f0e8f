import { useEffect } from 'preact/hooks'
import { common } from './words/fr/common.ts'

export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title) document.title = `${title} · ${common.brand}`
  }, [title])
}
