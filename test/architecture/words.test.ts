import { describe, expect, it } from 'vitest'
import { sourceFiles } from './imports.ts'
import { sentencesIn } from './texts.ts'

const SPEAKING = [
  'web',
  'functions/api',
  'functions/http',
  'functions/use-cases',
  'functions/jobs/send-messages',
]

describe('the words for people, of pages, messages and files,', () => {
  it('are said in the files of words of each room, and nowhere else', async () => {
    const files = sourceFiles(...SPEAKING).filter(({ path }) => !path.includes('/words/'))
    const found = await Promise.all(
      files.map(async ({ path, text }) =>
        (await sentencesIn(text, path)).map((sentence) => `${path}: ${sentence}`),
      ),
    )
    expect(found.flat()).toEqual([])
  })

  it.each([
    '<p>Réserver</p>',
    '<p>Voir la semaine</p>',
    '<a aria-label="Voir la semaine" />',
    'const title = `Vos places`',
    "const title = 'Rien pour vous'",
  ])('would be seen elsewhere: %s', async (source) => {
    expect(await sentencesIn(source)).toHaveLength(1)
  })

  it.each([
    '// Réserver la place',
    'const id = name.replace(/[\'’-]/g, "-")',
    '<p class="actions actions-row">{words.title}</p>',
    "throw new Error('no script was built')",
  ])('are not seen in %s', async (source) => {
    expect(await sentencesIn(source)).toEqual([])
  })
})
