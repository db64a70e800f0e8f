import { Presets, SingleBar } from 'cli-progress'

/** Tells how far a long step is; steps follow one another. */
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
    start: (label, total) => bar.start(total, 0, { label }),
    advance: (by) => bar.increment(by),
    stop: () => bar.stop(),
  }
}

/** A bar on a terminal, one line a step anywhere else. */
export const progressOn = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY
    ? barOn(stream)
    : { start: (label) => stream.write(`${label}\n`), advance: () => undefined, stop: () => undefined }
