import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../architecture/imports.ts'
import { DEFECTS, type Defect } from './defects.ts'

/*
 * Plants each defect in a copy of the tree, and runs the test that must see it as `npm test` does.
 * Exits with 1 when a defect stays unseen.
 */
const folder = mkdtempSync(join(tmpdir(), 'restante-planted-'))
const run = (...command: readonly string[]) =>
  spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8', env: { ...process.env, CI: '' } })

const copyTree = (): void => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean)
  for (const path of tracked) cpSync(join(ROOT, path), join(folder, path))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
}

/** Number of failing tests; undefined when none ran to its end. */
const failing = ({ lane, test }: Defect): number | undefined => {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    lane,
    test,
    '--reporter=json',
    `--outputFile=${report}`,
  )
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return numFailedTests + numPassedTests > 0 ? numFailedTests : undefined
}

const isSeen = (defect: Defect): boolean => {
  const file = join(folder, defect.file)
  const sound = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    sound.replace(defect.found, () => defect.planted),
  )
  if (defect.kind === 'page') run('infra/build.ts')
  const failed = failing(defect)
  writeFileSync(file, sound)
  console.log(
    `${defect.kind}: ${failed ? `seen by ${failed} tests` : 'NOT SEEN'} (${defect.lane}, ${defect.test})`,
  )
  return Boolean(failed)
}

copyTree()
run('infra/build.ts')
const unseen = DEFECTS.filter((defect) => !isSeen(defect))
rmSync(folder, { recursive: true, force: true })
process.exitCode = unseen.length > 0 ? 1 : 0
