export type Member = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly description?: string
}

export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly whoMay: string
  readonly parameters: readonly Member[]
  readonly body: readonly Member[]
  readonly answer: string
  readonly codes: readonly string[]
  readonly curl: string
}

export type Group = {
  readonly name: string
  readonly description: string
  readonly operations: readonly Operation[]
}

/** What the build took of the OpenAPI document. */
export const reference = (): readonly Group[] => JSON.parse(process.env.RESTANTE_REFERENCE ?? '[]')
