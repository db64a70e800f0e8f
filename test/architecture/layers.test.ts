import { describe, expect, it } from 'vitest'
import { type Import, importsOf, type SourceFile, sourceFiles } from './imports.ts'

type Rule = { readonly folder: string; readonly allows: (target: string, imported: Import) => boolean }

const within =
  (...folders: readonly string[]) =>
  (target: string) =>
    folders.some((folder) => target.startsWith(folder))

const COMMANDS =
  /import-network|reconcile-counters|review-sites|invite|replay-erasures|forget-holder|disable-holder/

/** The first rule whose folder holds a file judges its imports. */
const RULES: readonly Rule[] = [
  { folder: 'shared/domain/', allows: within('shared/domain/') },
  {
    folder: 'shared/contracts/',
    allows: (target) => target === 'zod' || within('shared/contracts/', 'shared/domain/')(target),
  },
  {
    folder: 'shared/store/',
    allows: (target) =>
      target === 'zod' || within('shared/store/', 'shared/domain/', '@aws-sdk/', 'node:')(target),
  },
  ...[
    'functions/api/',
    'functions/jobs/send-messages/',
    'functions/jobs/tell-tools/',
    'functions/jobs/deliver-hooks/',
    'functions/jobs/mail-feedback/',
    'functions/jobs/end-due/',
    'functions/jobs/extend-series/',
    'functions/jobs/purge-past/',
    'functions/jobs/replay-erasures/',
    'functions/jobs/forget-holder/',
    'functions/jobs/disable-holder/',
    'functions/jobs/import-network/',
    'functions/jobs/reconcile-counters/',
    'functions/jobs/review-sites/',
    'functions/jobs/invite/',
    'functions/jobs/write-pages/',
  ].map((folder) => ({
    folder,
    allows: (target: string) =>
      !target.startsWith('web/') &&
      (!target.startsWith('functions/') ||
        within(
          folder,
          'functions/http/',
          'functions/calendars/',
          'functions/use-cases/',
          'functions/invocation/',
          'functions/dependencies.ts',
          'functions/start-dependencies.ts',
          'functions/environment.ts',
          ...(COMMANDS.test(folder) ? ['functions/command/'] : []),
          // A page says of a site what the API says.
          ...(/write-pages/.test(folder) ? ['functions/api/views/'] : []),
        )(target)) &&
      !target.startsWith('infra/'),
  })),
  {
    folder: 'functions/command/',
    // Commands also run on a developer's machine, beside the engine of the local run.
    allows: within('functions/command/', 'infra/local/', 'shared/', 'functions/dependencies.ts'),
  },
  {
    folder: 'functions/use-cases/',
    // Use cases serve the API and the jobs, and know neither.
    allows: (target) =>
      !target.startsWith('shared/contracts/') &&
      (/^(rrule-temporal|temporal-polyfill|node:.*)$/.test(target) ||
        within(
          'shared/',
          'functions/use-cases/',
          'functions/dependencies.ts',
          'functions/start-dependencies.ts',
        )(target)),
  },
  {
    folder: 'functions/calendars/',
    allows: within(
      'functions/calendars/',
      'functions/use-cases/',
      'shared/domain/',
      'ical.js',
      'rrule-temporal',
      'temporal-polyfill',
    ),
  },
  { folder: 'functions/', allows: (target) => !within('web/', 'infra/', 'functions/jobs/')(target) },
  {
    folder: 'web/build/write-reference.ts',
    // The page about the API is made from its document.
    allows: within('shared/contracts/openapi.ts', 'web/reference/reference.ts'),
  },
  {
    folder: 'web/',
    allows: (target, { typeOnly }) =>
      within('web/', 'shared/domain/')(target) ||
      (typeOnly && within('shared/contracts/')(target)) ||
      /^(preact|preact-render-to-string|uqr|esbuild|node:.*)$/.test(target),
  },
  {
    folder: 'infra/bundle-plugins.ts',
    // The function's build writes the OpenAPI document, the tools of assistants and the names of communes once.
    allows: within(
      'shared/contracts/openapi.ts',
      'shared/contracts/listed-tools.ts',
      'functions/api/official-localities.ts',
      'esbuild',
      'node:',
    ),
  },
  {
    folder: 'infra/',
    allows: (target, { typeOnly }) =>
      typeOnly || within('web/build/')(target) || !within('functions/', 'shared/contracts/', 'web/')(target),
  },
]

const violations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const rule = RULES.find(({ folder }) => file.path.startsWith(folder))
    return importsOf(file)
      .filter((imported) => rule && !rule.allows(imported.target, imported))
      .map(({ target }) => `${file.path} imports ${target}`)
  })

describe('layers', () => {
  it('import only what is below them', () => {
    expect(violations(sourceFiles('shared', 'functions', 'web', 'infra'))).toEqual([])
  })

  it.each([
    ['shared/domain/opening.ts', "import { z } from 'zod'"],
    ['shared/domain/opening.ts', "import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'"],
    ['shared/contracts/routes.ts', "import { siteStore } from '../store/site-store.ts'"],
    ['shared/store/site-store.ts', "import { routes } from '../contracts/routes.ts'"],
    ['functions/api/app.ts', "import { sendMessage } from '../jobs/send-messages/send-message.ts'"],
    [
      'functions/jobs/send-messages/handler.ts',
      "import {\n  a,\n  b,\n} from '../../api/views/booking-view.ts'",
    ],
    ['functions/use-cases/book-series.ts', "import { formatRange } from '../api/views/booking-view.ts'"],
    ['functions/use-cases/book-series.ts', "import { problem } from '../http/problem.ts'"],
    ['functions/jobs/extend-series/handler.ts', "import { createApp } from '../../api/app.ts'"],
    ['web/find/pages/lieu.tsx', "import { SiteView } from '../../../shared/contracts/site-views.ts'"],
    ['infra/service-stack.ts', "const handler = await import('../functions/api/handler.ts')"],
  ])('are seen broken by an import planted in %s: %s', (path, text) => {
    expect(violations([{ path, text }])).toHaveLength(1)
  })
})

describe('the domain', () => {
  const IMPURE =
    /\b(Date\.now|setTimeout|Math\.random)\b|\bDate\(\)|\bnew Date\b(?!\()|\b(performance|crypto|process|console)\.|\bfetch\(/

  it('reads no clock, no chance and no environment', () => {
    const impure = sourceFiles('shared/domain').filter(({ text }) => IMPURE.test(text))
    expect(impure.map(({ path }) => path)).toEqual([])
  })

  it('is seen when it reads a clock', () => {
    for (const text of ['const today = new Date()', 'const today = new Date', 'const now = Date.now()'])
      expect(IMPURE.test(text)).toBe(true)
    expect(IMPURE.test('new Date(Date.UTC(2026, 10, 24))')).toBe(false)
  })
})
