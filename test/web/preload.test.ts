import { expect, test } from 'vitest'
import { PRELOADS } from '../../web/build/preload.ts'
import { api } from '../../web/kit/api-client.ts'
import { answerFetch } from './answer-fetch.ts'

const asked = async (): Promise<string[]> => {
  const paths: string[] = []
  answerFetch(async (path) => {
    paths.push(path)
    return new Response('{}')
  })
  await api.readSite('09410A')
  await api.readAvailability('09410A')
  return paths
}

test('a page preloads what it asks for', async () => {
  expect(PRELOADS.lieu?.(new URLSearchParams('id=09410A'))).toEqual(await asked())
  expect(PRELOADS.reserver?.(new URLSearchParams('site=09410A&espace=bureau'))).toEqual(await asked())
})

test('a page without a site preloads nothing', () => {
  expect(PRELOADS.lieu?.(new URLSearchParams(''))).toEqual([])
})
