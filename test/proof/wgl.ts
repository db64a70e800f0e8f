/** One operation of a history; `returned` is Infinity and `mayBeMissing` true when its outcome is unknown. */
export type Operation<State> = {
  readonly name: string
  readonly invoked: number
  readonly returned: number
  readonly mayBeMissing?: boolean
  /** The next state, or undefined when the operation's outcome contradicts the state. */
  readonly apply: (state: State) => State | undefined
}

type Done<State> = {
  readonly undone: readonly number[]
  readonly state: State
  readonly order: readonly string[]
}

/** Operations that may come next: none that began after another one had returned. */
const minimal = <State>(history: readonly Operation<State>[], undone: readonly number[]): number[] => {
  const firstReturn = Math.min(...undone.map((at) => history[at]?.returned ?? 0))
  return undone.filter((at) => (history[at]?.invoked ?? 0) <= firstReturn)
}

/**
 * Finds an order of a concurrent history that obeys real time and explains each outcome, or undefined, after
 * Wing & Gong and Lowe: depth first, never twice from the same state with the same operations left.
 * It takes an operation at once that fits and changes nothing, since that would fit no better later.
 */
export const linearize = <State>(
  history: readonly Operation<State>[],
  initial: State,
  keyOf: (state: State) => string,
): readonly string[] | undefined => {
  const seen = new Set<string>()
  const stack: Done<State>[] = [{ undone: history.map((_, at) => at), state: initial, order: [] }]
  for (let from = stack.pop(); from; from = stack.pop()) {
    const { undone, state, order } = from
    if (undone.every((at) => history[at]?.mayBeMissing)) return order
    const key = `${undone.join()} ${keyOf(state)}`
    if (seen.has(key)) continue
    seen.add(key)
    const steps = minimal(history, undone).flatMap((at) => {
      const operation = history[at]
      const after = operation?.apply(state)
      if (!operation || after === undefined) return []
      const left = undone.filter((other) => other !== at)
      return [
        {
          isStill: keyOf(after) === keyOf(state),
          undone: left,
          state: after,
          order: [...order, operation.name],
        },
      ]
    })
    const still = steps.find(({ isStill }) => isStill)
    stack.push(...(still ? [still] : steps))
  }
  return undefined
}
