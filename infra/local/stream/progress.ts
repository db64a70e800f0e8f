import { DatabaseSync } from 'node:sqlite'
import type { DynamoDBRecord } from 'aws-lambda'
import { StartFailure } from '../start-failure.ts'

/** `tries` counts single retries. */
export type WaitingRecord = { readonly id: number; readonly record: DynamoDBRecord; readonly tries: number }

export type Shard = { readonly stream: string; readonly shard: string }

/** One follower's position and failed records. Times are epoch milliseconds. */
export type Progress = {
  readonly positionIn: (shard: Shard) => string | undefined
  /** One transaction moves the position and keeps failed records. */
  readonly advance: (shard: Shard, sequence: string, failed: readonly DynamoDBRecord[], now: number) => void
  readonly due: (now: number) => WaitingRecord[]
  /** When the next waiting record is due. */
  readonly nextDueAt: () => number | undefined
  readonly postpone: (id: number, dueAt: number) => void
  readonly drop: (id: number) => void
}

export type ProgressFile = {
  readonly of: (follower: string) => Progress
  readonly close: () => void
}

const TABLES = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS position (
  follower TEXT, stream TEXT, shard TEXT, sequence TEXT NOT NULL, PRIMARY KEY (follower, stream, shard)
);
CREATE TABLE IF NOT EXISTS waiting (
  id INTEGER PRIMARY KEY, follower TEXT NOT NULL, record TEXT NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS waiting_due ON waiting (follower, due);
`
const MOST_AT_ONCE = 50

const opened = (file: string): DatabaseSync => {
  try {
    const database = new DatabaseSync(file, { timeout: 5000 })
    database.exec(TABLES)
    return database
  } catch (error) {
    throw new StartFailure(
      `cannot read ${file}: ${error instanceof Error ? error.message : error} (remove it to read all changes again)`,
    )
  }
}

const progressOf = (database: DatabaseSync, follower: string): Progress => {
  const position = database.prepare(
    'SELECT sequence FROM position WHERE follower = ? AND stream = ? AND shard = ?',
  )
  const move = database.prepare('INSERT OR REPLACE INTO position VALUES (?, ?, ?, ?)')
  const wait = database.prepare('INSERT INTO waiting (follower, record, tries, due) VALUES (?, ?, 0, ?)')
  const due = database.prepare(
    `SELECT id, record, tries FROM waiting WHERE follower = ? AND due <= ? ORDER BY due, id LIMIT ${MOST_AT_ONCE}`,
  )
  const next = database.prepare('SELECT MIN(due) AS due FROM waiting WHERE follower = ?')
  const postpone = database.prepare('UPDATE waiting SET tries = tries + 1, due = ? WHERE id = ?')
  const drop = database.prepare('DELETE FROM waiting WHERE id = ?')
  return {
    positionIn: ({ stream, shard }) => {
      const found = position.get(follower, stream, shard)
      return found && String(found.sequence)
    },
    advance: ({ stream, shard }, sequence, failed, now) => {
      database.exec('BEGIN')
      try {
        for (const record of failed) wait.run(follower, JSON.stringify(record), now)
        move.run(follower, stream, shard, sequence)
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    due: (now) =>
      due.all(follower, now).map(({ id, record, tries }) => ({
        id: Number(id),
        record: JSON.parse(String(record)),
        tries: Number(tries),
      })),
    nextDueAt: () => {
      const { due: at } = next.get(follower) ?? {}
      return at === null || at === undefined ? undefined : Number(at)
    },
    postpone: (id, dueAt) => void postpone.run(dueAt, id),
    drop: (id) => void drop.run(id),
  }
}

/** Positions in a file survive kill -9. */
export const openProgress = (file: string): ProgressFile => {
  const database = opened(file)
  return { of: (follower) => progressOf(database, follower), close: () => database.close() }
}
