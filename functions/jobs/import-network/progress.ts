import { Presets, SingleBar } from 'cli-progress'

/** Steps without work are not shown. */
export type Progress = {
  readonly start: (label: string, total: number) => void
  readonly advance: (by: number) => void
  readonly stop: () => void
}

const barOn = (stream: NodeJS.WriteStream): Progress => {
  const bar = new SingleBar(
    { stream, format: '{label} {bar} {percentage} %', hideCursor: true },
    Presets.shades_classic,
  )
  return {
    start: (label, total) => {
      if (total > 0) bar.start(total, 0, { label })
    },
    advance: (by) => bar.increment(by),
    stop: () => {
      if (bar.isActive) bar.stop()
    },
  }
}

const linesOn = (stream: NodeJS.WriteStream): Progress => ({
  start: (label, total) => {
    if (total > 0) stream.write(`${label}\n`)
  },
  advance: () => undefined,
  stop: () => undefined,
})

/** A bar on terminals, one line per step elsewhere. */
export const progressOn = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY ? barOn(stream) : linesOn(stream)
