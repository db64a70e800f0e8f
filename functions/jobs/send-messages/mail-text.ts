import type { Mail, MailBlock } from './mail.ts'
import { wordsIn } from './words-in.ts'

/** A mail as it is sent. */
export type Message = { readonly to: string; readonly subject: string; readonly text: string }

/** Every mail is written here, as plain text. */
export const messageOf = ({ to, language, subject, says, action, notes = [] }: Mail): Message => {
  const { hello, help, sender, link } = wordsIn({ language }).frame
  const textOf = (block: MailBlock): string => {
    if (typeof block === 'string') return block
    return 'address' in block ? link(block.words, block.address) : block.join('\n')
  }
  const paragraphs = [hello, ...[...says, action, ...notes].map(textOf), help, sender]
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` }
}
