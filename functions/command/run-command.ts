import { failureLine } from '../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../infra/local/open-table.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { type Dependencies, dependenciesOn } from '../dependencies.ts'

/** The person who runs the command can mend this; they see one line. */
export class UsageError extends Error {}

/** Opens the table in AWS, or that of the local run. */
export type Open = (aws: boolean | undefined) => Promise<Table>

/** Dependencies of a command, with the ledger that the environment names. */
export const dependenciesFor = (table: Table): Dependencies => {
  const name = process.env.RESTANTE_LEDGER
  return dependenciesOn(table, undefined, { ledger: name ? { ...table, name } : ledgerBeside(table) })
}

// parseArgs throws TypeErrors with a code.
const isWrongOption = (error: unknown): error is Error => error instanceof TypeError && 'code' in error

const lineOf = (error: unknown, usage: string): string | undefined => {
  if (error instanceof UsageError) return error.message
  return isWrongOption(error) ? `${error.message.split('\n')[0]}\n\n${usage}` : failureLine(error)
}

const asksForHelp = (): boolean => process.argv.slice(2).some((each) => each === '--help' || each === '-h')

/**
 * Runs a terminal command and answers its exit code. Mistakes of the person at the keyboard take one line,
 * faults are thrown, and the table is closed in any case.
 */
export const runCommand = async (usage: string, command: (open: Open) => Promise<number>): Promise<void> => {
  if (asksForHelp()) return console.log(usage)
  const opened: OpenTable[] = []
  const open: Open = async (aws = false) => {
    const one = await openTable(aws)
    opened.push(one)
    return one.table
  }
  try {
    process.exitCode = await command(open)
  } catch (error) {
    const line = lineOf(error, usage)
    if (line === undefined) throw error
    console.error(line)
    process.exitCode = 1
  } finally {
    for (const { close } of opened) await close()
  }
}
