import { parseArgs } from 'node:util'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'

export const USAGE = `Usage: npm run import -- FILES… [--gone] [--rehome] [--refused FILE] [--aws]

Files of La Poste's open data, in any order; each is known by its content:
sites (CSV or JSON lines), opening hours (identifier|name|rule), opening calendar (CSV), postcodes with the
middles of communes (CSV).

--gone          let sites that are in no file leave, even when they are more than a tenth
--rehome        propose elsewhere, or cancel, what is booked outside of the new hours; else it is only counted
--refused FILE  write all refused rows, with line and reason, to FILE
--aws           write to the table in AWS, with the credentials of this machine`

export type Arguments = {
  readonly files: readonly string[]
  readonly acceptGone: boolean
  readonly rehome: boolean
  readonly refusedFile: string | undefined
  readonly aws: boolean
}

export const readArguments = (texts: readonly string[]): Result<Arguments, string> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...texts],
      allowPositionals: true,
      options: {
        gone: { type: 'boolean' },
        rehome: { type: 'boolean' },
        refused: { type: 'string' },
        aws: { type: 'boolean' },
      },
    })
    if (positionals.length === 0) return refuse(USAGE)
    return ok({
      files: positionals,
      acceptGone: values.gone ?? false,
      rehome: values.rehome ?? false,
      refusedFile: values.refused,
      aws: values.aws ?? false,
    })
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message.split('\n')[0] : error}\n\n${USAGE}`)
  }
}
