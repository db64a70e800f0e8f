type Methods<Context> = Readonly<Record<string, (context: Context, ...rest: never[]) => unknown>>

type Store<M> = {
  -readonly [Name in keyof M]: M[Name] extends (context: never, ...rest: infer Rest) => infer Answer
    ? (...rest: Rest) => Answer
    : never
}

/** Binds the first argument of each function: the table, or what a store needs beside it. */
export const storeOf = <Context, M extends Methods<Context>>(context: Context, methods: M): Store<M> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, (...rest: never[]) => method(context, ...rest)]),
  ) as Store<M>
