import { useAnswer } from '../kit/use-answer.ts'
import { lendingApi } from './lending-client.ts'

/** The spaces that a site lends, and the one that the address names. */
export const useLentSpace = (site: string, id: string | null) => {
  const from = useAnswer(site, lendingApi.list)
  const spaces = from.loaded.state === 'here' ? from.loaded.value.spaces : []
  return { from, spaces, space: spaces.find((each) => each.id === id) }
}
