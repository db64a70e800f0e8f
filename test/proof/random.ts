/** Reproducible numbers from 0 to 1 by seed (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Takes the seed of `RESTANTE_SEED`; a failure names its seed. */
export const withSeed = async (
  work: (random: () => number, seed: number) => Promise<void>,
): Promise<void> => {
  const seed = Number(process.env.RESTANTE_SEED ?? Math.floor(Math.random() * 2 ** 31))
  try {
    await work(randomFrom(seed), seed)
  } catch (error) {
    console.log(`seed ${seed}: repeat with RESTANTE_SEED=${seed}`)
    throw error
  }
}
