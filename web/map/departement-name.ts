import names from './departement-names.json' with { type: 'json' }

/** Names of the official list (INSEE, code officiel géographique), the same in each language. */
export const departementName = (code: string): string =>
  (names as Readonly<Record<string, string>>)[code] ?? code
