export const dynamodb = (...actions: string[]): string[] => actions.map((action) => `dynamodb:${action}`)

export const onlyPartitionsOf = (...prefixes: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) },
})
