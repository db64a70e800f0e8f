import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PAGES } from '../../web/pages.ts'
import { STAFF_PAGES } from '../../web/staff-pages.ts'
import { ROOT } from '../architecture/imports.ts'

it('the pages of staff are those that ask for it, and where its places are listed', () => {
  const asks = PAGES.filter((name) => readFileSync(join(ROOT, `web/pages/${name}.tsx`), 'utf8').includes('<StaffPage'))
  expect([...STAFF_PAGES].sort()).toEqual(['equipe', ...asks].sort())
})
