export const dynamodb = (...actions: string[]): string[] => actions.map((action) => `dynamodb:${action}`)

export const onlyPartitionsOf = (prefix: string) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] },
})
