import { marshall } from '@aws-sdk/util-dynamodb'
import type { Item } from './client.ts'

/** A condition in DynamoDB's own language: it is written once the placeholders of its values are known. */
export type Condition = (placeholderOf: (value: unknown) => string) => string

/** ``when`#state = ${'closed'}` ``: `#state` is the attribute of that name, each `${…}` a value. */
export const when =
  (texts: TemplateStringsArray, ...values: readonly unknown[]): Condition =>
  (placeholderOf) =>
    texts.reduce((before, text, at) => `${before}${placeholderOf(values[at - 1])}${text}`)

export const both =
  (one: Condition, other: Condition): Condition =>
  (placeholderOf) =>
    `${one(placeholderOf)} AND ${other(placeholderOf)}`

export const IS_ABSENT = when`attribute_not_exists(pk)`
export const IS_PRESENT = when`attribute_exists(pk)`

/** What an update does to the attributes of an item; one that is set to undefined is removed. */
export type Change = {
  readonly set?: Item
  readonly remove?: readonly string[]
  readonly add?: Item
  readonly when?: Condition | undefined
}

const expressionParts = () => {
  const names = new Map<string, string>()
  const values = new Map<unknown, string>()
  return {
    /** Of an attribute or, with dots, of one inside a map. */
    nameOf: (path: string): string =>
      path
        .split('.')
        .map((name) => {
          const alias = `#${name.replaceAll(/\W/g, '_')}`
          names.set(alias, name)
          return alias
        })
        .join('.'),

    /** Equal values share a placeholder: a whole day of counters stays within the size of an expression. */
    placeholderOf: (value: unknown): string => {
      const placeholder = values.get(value) ?? `:v${values.size}`
      values.set(value, placeholder)
      return placeholder
    },

    namesIn: (expression: string): void => {
      for (const alias of expression.match(/#\w+/g) ?? [])
        names.set(alias, names.get(alias) ?? alias.slice(1))
    },

    attributes: () => ({
      ...(names.size > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
      ...(values.size > 0 && {
        ExpressionAttributeValues: marshall(
          Object.fromEntries([...values].map(([value, placeholder]) => [placeholder, value])),
          { removeUndefinedValues: true },
        ),
      }),
    }),
  }
}

type Parts = ReturnType<typeof expressionParts>

const conditionIn = (parts: Parts, condition: Condition | undefined) => {
  if (!condition) return {}
  const ConditionExpression = condition(parts.placeholderOf)
  parts.namesIn(ConditionExpression)
  return { ConditionExpression }
}

export const conditionOf = (condition: Condition) => {
  const parts = expressionParts()
  const { ConditionExpression = '' } = conditionIn(parts, condition)
  return { ConditionExpression, ...parts.attributes() }
}

export const updateOf = ({ set = {}, remove = [], add = {}, when: condition }: Change) => {
  const parts = expressionParts()
  const { nameOf, placeholderOf } = parts
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  const gone = Object.keys(set).filter((name) => set[name] === undefined)
  const clauses = {
    SET: given.map(([name, value]) => `${nameOf(name)} = ${placeholderOf(value)}`),
    REMOVE: [...gone, ...remove].map(nameOf),
    ADD: Object.entries(add).map(([name, value]) => `${nameOf(name)} ${placeholderOf(value)}`),
  }
  const UpdateExpression = Object.entries(clauses)
    .filter(([, each]) => each.length > 0)
    .map(([verb, each]) => `${verb} ${each.join(', ')}`)
    .join(' ')
  return { UpdateExpression, ...conditionIn(parts, condition), ...parts.attributes() }
}
