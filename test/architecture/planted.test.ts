import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DEFECTS } from '../planted/defects.ts'
import { ROOT } from './imports.ts'

it.each(DEFECTS)(
  'the $kind defect of `npm run test:planted` can be planted in $file',
  ({ file, found, test }) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split(found)).toHaveLength(2)
    expect(existsSync(join(ROOT, test))).toBe(true)
  },
)
