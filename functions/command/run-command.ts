import { failureLine } from '../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../infra/local/open-table.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { type Dependencies, dependenciesOn } from '../dependencies.ts'

/** What is said to whoever asks for what cannot be done. */
export class UsageError extends Error {}

/** The table in AWS, or that of the local run. */
export type Open = (aws: boolean | undefined) => Promise<Table>

/** Those of a command, with the ledger that the environment names. */
export const dependenciesFor = (table: Table): Dependencies => {
  const name = process.env.RESTANTE_LEDGER
  return dependenciesOn(table, undefined, { ledger: name ? { ...table, name } : ledgerBeside(table) })
}

// Those of parseArgs have a code.
const isWrongOption = (error: unknown): error is Error => error instanceof TypeError && 'code' in error

const lineOf = (error: unknown, usage: string): string | undefined => {
  if (error instanceof UsageError) return error.message
  return isWrongOption(error) ? `${error.message.split('\n')[0]}\n\n${usage}` : failureLine(error)
}

const asksForHelp = (): boolean => process.argv.slice(2).some((each) => each === '--help' || each === '-h')

/**
 * Runs a command of the terminal, which answers its exit code. What the person at the keyboard can mend is said in one
 * line; a fault is thrown. What was opened is closed in any case. `--help` says its usage.
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
