import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'

/** The most keys of one request. */
const MOST_KEYS = 100

type Keys = NonNullable<NonNullable<BatchGetItemCommandOutput['UnprocessedKeys']>[string]['Keys']>
type Row = Keys[number]

type Wanted = {
  readonly table: string
  readonly consistent: boolean
  readonly keys: Keys
  readonly answer: (answer: BatchGetItemCommandOutput | Promise<never>) => void
}

const nameOf = ({ pk, sk }: Row): string => `${pk?.S}\n${sk?.S}`

const wantedIn = (command: BatchGetItemCommand): Omit<Wanted, 'answer'> | undefined => {
  const [[table, { Keys = [], ConsistentRead = false }] = ['', {}], ...others] = Object.entries(
    command.input.RequestItems ?? {},
  )
  return others.length === 0 ? { table, consistent: ConsistentRead, keys: Keys } : undefined
}

/** Reads of the same table and consistency, as many together as one request takes. */
const packed = (all: readonly Wanted[]): Wanted[][] => {
  const packs: { wanted: Wanted[]; names: Set<string> }[] = []
  for (const wanted of all) {
    const names = wanted.keys.map(nameOf)
    const free = packs.find(
      (pack) =>
        pack.wanted[0]?.table === wanted.table &&
        pack.wanted[0].consistent === wanted.consistent &&
        new Set([...pack.names, ...names]).size <= MOST_KEYS,
    )
    if (free) {
      free.wanted.push(wanted)
      for (const name of names) free.names.add(name)
    } else packs.push({ wanted: [wanted], names: new Set(names) })
  }
  return packs.map(({ wanted }) => wanted)
}

const shareOf = ({ table, keys }: Wanted, whole: BatchGetItemCommandOutput): BatchGetItemCommandOutput => {
  const names = new Set(keys.map(nameOf))
  const theirs = (rows: Keys = []) => rows.filter((row) => names.has(nameOf(row)))
  const left = theirs(whole.UnprocessedKeys?.[table]?.Keys)
  return {
    ...whole,
    Responses: { [table]: theirs(whole.Responses?.[table]) },
    UnprocessedKeys: left.length > 0 ? { [table]: { Keys: left } } : {},
  }
}

const readTogether = async (client: DynamoDBClient, all: readonly Wanted[]): Promise<void> => {
  const [{ table = '', consistent = false } = {}] = all
  const keys = [...new Map(all.flatMap((each) => each.keys).map((key) => [nameOf(key), key])).values()]
  const request = { RequestItems: { [table]: { Keys: keys, ConsistentRead: consistent } } }
  try {
    const whole = await client.send(new BatchGetItemCommand(request))
    for (const each of all) each.answer(shareOf(each, whole))
  } catch (error) {
    for (const each of all) each.answer(Promise.reject(error))
  }
}

/**
 * A client whose reads of the same moment leave together: items in one request, equal queries once. None is
 * answered with what was read before it was asked for.
 */
export const gatheringReads = (client: DynamoDBClient): DynamoDBClient => {
  let waiting: Wanted[] = []
  const queries = new Map<string, Promise<unknown>>()
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

  const readItems = (wanted: Omit<Wanted, 'answer'>) =>
    new Promise<BatchGetItemCommandOutput>((answer) => {
      waiting.push({ ...wanted, answer })
      if (waiting.length > 1) return
      setImmediate(() => {
        const packs = packed(waiting)
        waiting = []
        for (const pack of packs) void readTogether(client, pack)
      })
    })

  const query = (command: QueryCommand) => {
    const name = JSON.stringify(command.input)
    const asked = queries.get(name)
    if (asked) return asked
    const sent = nextTurn().then(() => {
      queries.delete(name)
      return client.send(command)
    })
    queries.set(name, sent)
    return sent
  }

  const send = (command: unknown, ...rest: readonly unknown[]) => {
    const wanted = command instanceof BatchGetItemCommand ? wantedIn(command) : undefined
    if (wanted) return readItems(wanted)
    if (command instanceof QueryCommand) return query(command)
    return (client.send as (...all: unknown[]) => unknown)(command, ...rest)
  }
  return Object.create(client, { send: { value: send } })
}
