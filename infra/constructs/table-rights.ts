export const dynamodb = (...actions: string[]): string[] => actions.map((action) => `dynamodb:${action}`)

/** The start of the partition keys that a key function builds. */
export const prefixOf = <Id extends string>(keyOf: (id: Id) => { readonly pk: string }): string =>
  keyOf('' as Id).pk

export const onlyPartitionsOf = (prefix: string) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] },
})
