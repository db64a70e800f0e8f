import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * dynoxide 1.2 searches a table's last stream record without an index, so writes get slower: 20 times after
 * 38,000. This index helps; other versions without that table are left alone.
 */
export const indexStreamRecords = (file: string): void => {
  if (!existsSync(file)) return
  const database = new DatabaseSync(file, { timeout: 5000 })
  try {
    const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_stream_records'").get()
    if (!isThere) return
    database.exec(
      'CREATE INDEX IF NOT EXISTS restante_stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    )
  } finally {
    database.close()
  }
}
