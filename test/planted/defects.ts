/** A defect in one place that a test must see; `lane` is the vitest project that runs the test. */
export type Defect = {
  readonly kind: 'race' | 'right' | 'page' | 'import' | 'deadline'
  readonly lane: string
  readonly test: string
  readonly file: string
  readonly found: string
  readonly planted: string
}

/** One defect of each kind, each seen by what `npm test` runs every day. */
export const DEFECTS: readonly Defect[] = [
  {
    kind: 'race',
    lane: 'proof',
    test: 'test/proof/cases.test.ts',
    file: 'shared/store/occupancy-item.ts',
    found: "join(' OR ')",
    planted: "join(' AND attribute_exists(planted) AND ')",
  },
  {
    kind: 'right',
    lane: 'unit',
    test: 'test/domain/rights.test.ts',
    file: 'shared/domain/rights.ts',
    found: "'admit-members': { staff: ['manager'] }",
    planted: "'admit-members': { staff: ['manager', 'agent'] }",
  },
  {
    kind: 'page',
    lane: 'browser',
    test: 'test/browser/states.test.ts',
    file: 'web/kit/field/field.tsx',
    found: '<label for={id}>{label}</label>',
    planted: '<span>{label}</span>',
  },
  {
    kind: 'import',
    lane: 'api',
    test: 'test/import/compile-days.test.ts',
    file: 'functions/jobs/import-network/compile-days.ts',
    found: 'weekdayOf(date) === weekday)',
    planted: 'weekdayOf(date) >= weekday)',
  },
  {
    kind: 'deadline',
    lane: 'deadline',
    test: 'test/proof/lasting-faults.test.ts',
    file: 'shared/store/retry.ts',
    found: 'deadlineMs = 5000',
    planted: 'deadlineMs = 50_000',
  },
]
