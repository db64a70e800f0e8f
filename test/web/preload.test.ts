import { expect, test, vi } from 'vitest'
import { weekApi } from '../../web/availability/week-client.ts'
import { PRELOADS } from '../../web/build/preload.ts'
import { api } from '../../web/kit/api-client.ts'
import { readsAt } from '../../web/kit/known.ts'
import { answerFetch } from './answer-fetch.ts'

const asked = async (reads: () => Promise<unknown>): Promise<string[]> => {
  const paths: string[] = []
  vi.stubGlobal('early', { readsAt, learn: async () => {}, showKept: () => {} })
  answerFetch(async (path) => {
    paths.push(path)
    return new Response('{}')
  })
  await reads()
  return paths
}

test('a page preloads what it asks for', async () => {
  expect(PRELOADS.lieu?.(new URLSearchParams(''), '09410A')).toEqual(
    await asked(() => weekApi.readSiteWeek('09410A')),
  )
  const siteThenWeek = async () => {
    await api.readSite('09410A')
    await api.readAvailability('09410A')
  }
  expect(PRELOADS.reserver?.(new URLSearchParams('site=09410A&espace=bureau'))).toEqual(
    await asked(siteThenWeek),
  )
})

test('a page without a site preloads nothing', () => {
  expect(PRELOADS.lieu?.(new URLSearchParams(''))).toEqual([])
})
