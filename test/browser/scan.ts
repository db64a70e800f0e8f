import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

/** The content of a code on screen, read by a decoder that shares nothing with the encoder. */
export const scan = async (shown: Locator): Promise<string[]> => {
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer },
    fireImmediately: true,
  })
  const picture = await shown.screenshot({ type: 'png' })
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] })
  return found.map(({ text }) => text)
}
