import { expect, test } from 'vitest'
import { readDemoSites } from '../../infra/local/demo/demo-sites.ts'
import { DEMO_SPACES, LIVING_SPACES } from '../../infra/local/demo/demo-spaces.ts'
import { unstaffedHours } from '../../shared/domain/unstaffed-hours.ts'
import { date } from '../support/builders.ts'

test('no space of the demo relies on an agent while the counter is closed', () => {
  const sites = new Map(readDemoSites().map((site) => [site.id, site]))
  const unstaffed = [...DEMO_SPACES, ...LIVING_SPACES].flatMap(([id, space]) => {
    const hours = unstaffedHours(space, sites.get(id) ?? {}, date('2026-11-21'))
    return hours.length > 0 ? [[id, space.id, hours]] : []
  })
  expect(unstaffed).toEqual([])
})
