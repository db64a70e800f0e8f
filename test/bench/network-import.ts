import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../architecture/imports.ts'
import { aFolder } from '../support/local-service.ts'
import { count, type Figure, type Section, seconds } from './section.ts'

const FILES = ['laposte_poincont2.csv', 'opening_hours_2024.txt']
const CLI = join(ROOT, 'functions/jobs/import-network/cli.ts')
const PEAK = 'peak memory in KB: '
const ON_EXIT = `console.error('${PEAK}'+process.resourceUsage().maxRSS)`
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>${ON_EXIT})`

type Import = { readonly ms: number; readonly peakKb: number; readonly said: string }

/** The import command, in a folder of its own. */
const runImport = async (folder: string, files: readonly string[]): Promise<Import> => {
  const { RESTANTE_DYNAMODB_ENDPOINT: _, ...env } = process.env
  const startedAt = performance.now()
  const child = spawn(process.execPath, [`--import=${TELL_PEAK}`, CLI, ...files], { cwd: folder, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise((ended) => child.once('close', ended))
  if (code !== 0) throw new Error(`the import failed: ${said}`)
  const peakKb = Number(said.slice(said.lastIndexOf(PEAK) + PEAK.length).split('\n')[0])
  return { ms: performance.now() - startedAt, peakKb, said }
}

const linesOf = (said: string, ...starts: readonly string[]): string[] =>
  said.split('\n').filter((text) => starts.some((start) => text.startsWith(start)))

const figuresOf = (first: Import, again: Import): Figure[] => {
  const [read = '', evaluate = '', write = ''] =
    /Took (.+) to read.*, (.+) to eval.*, (.+) to write/.exec(first.said)?.slice(1) ?? []
  return [
    { name: 'first import, from start to end', measured: seconds(first.ms) },
    { name: '… reading and checking', measured: read },
    { name: '… evaluating opening hours', measured: evaluate },
    { name: '… writing', measured: write },
    { name: 'the same files again', measured: seconds(again.ms) },
    { name: 'peak memory', measured: `${count(Math.round(Math.max(first.peakKb, again.peakKb) / 1000))} MB` },
  ]
}

/** Imports the whole network from La Poste's files, which `RESTANTE_OPEN_DATA` locates. */
export const networkImport = async (): Promise<Section[]> => {
  const title = 'Importing the network'
  const data = process.env.RESTANTE_OPEN_DATA
  const files = FILES.map((file) => join(data ?? '', file))
  if (!data || !files.every((file) => existsSync(file))) {
    const note = `NOT RUN: set RESTANTE_OPEN_DATA to the folder that holds ${FILES.join(' and ')}.`
    return [{ title, figures: [], note }]
  }
  const folder = aFolder()
  try {
    const first = await runImport(folder, files)
    const again = await runImport(folder, files)
    const done = linesOf(first.said, 'Sites:', 'Opening hours:', 'Refused:', 'Idle', '  ').map(
      (text) => `    ${text}`,
    )
    return [{ title, figures: figuresOf(first, again), note: `It ends by saying:\n\n${done.join('\n')}` }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
