import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * dynoxide 1.2 looks for a table's last stream record without an index, so that each write costs more than the one
 * before: 20 times more after 38,000. An index on its file takes that away; a version without that table is left alone.
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
