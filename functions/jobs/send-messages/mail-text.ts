import type { Mail, MailBlock } from './mail.ts'
import { wordsIn } from './words-in.ts'

/** A mail as plain text. */
export const textOf = ({ language, says, action, notes = [] }: Mail): string => {
  const { hello, help, sender, link } = wordsIn({ language }).frame
  const written = (block: MailBlock): string => {
    if (typeof block === 'string') return block
    if ('code' in block) return link(block.words, block.code)
    return 'address' in block ? link(block.words, block.address) : block.join('\n')
  }
  const paragraphs = [hello, ...[...says, action, ...notes].map(written), help, sender]
  return `${paragraphs.join('\n\n')}\n`
}
