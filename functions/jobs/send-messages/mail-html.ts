import type { Mail, MailBlock, MailLink } from './mail.ts'
import { wordsIn } from './words-in.ts'

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A French mark stays on the line of its word, and an hour with its number. */
const UNBREAKABLE = / (?=[»:;?!])|(?<=«) |(?<=\d) (?=h\b)/g

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? '').replace(UNBREAKABLE, '\u00A0')

const PARAGRAPH = 'margin:0 0 18px'
const FACTS = 'margin:0 0 18px;padding:14px 16px;border-left:4px solid #a39777;background:#fffdf7'
const BUTTON =
  'display:inline-block;padding:14px 22px;border-radius:8px;background:#a8261c;color:#fffdf7;font-weight:bold;text-decoration:none'
const CODE = 'margin:0 0 18px;font-size:36px;font-weight:bold;letter-spacing:4px'
const LETTER =
  "margin:0 auto;max-width:560px;padding:24px 16px;font-family:Arial,'Liberation Sans',sans-serif;font-size:18px;line-height:1.5;overflow-wrap:anywhere"

/** Programs that show mails know few rules; those that know none of these show the day’s colours. */
const DARK = `@media (prefers-color-scheme:dark){
body,.letter{background:#0f1729!important;color:#f3ecdd!important}
.facts{background:#18223a!important;border-color:#66728f!important}
.button{background:#f08a7d!important;color:#2a0f0c!important}
a.link{color:#f7aa9f!important}
}`

const linkOf = ({ words, address }: MailLink): string =>
  `<p style="${PARAGRAPH}"><a class="link" href="${escaped(address)}" style="color:#8a1d15">${escaped(words)}</a></p>`

const listOf = (lines: readonly string[]): string =>
  `<ul style="margin:0 0 18px;padding-left:24px">${lines.map((line) => `<li>${escaped(line.slice(2))}</li>`).join('')}</ul>`

const factsOf = (lines: readonly string[]): string =>
  lines.every((line) => line.startsWith('- '))
    ? listOf(lines)
    : `<p class="facts" style="${FACTS}">${lines.map(escaped).join('<br>\n')}</p>`

const blockOf = (block: MailBlock): string => {
  if (typeof block === 'string') return `<p style="${PARAGRAPH}">${escaped(block)}</p>`
  if ('code' in block)
    return `<p style="margin:0">${escaped(block.words)}</p><p style="${CODE}">${escaped(block.code)}</p>`
  return 'address' in block ? linkOf(block) : factsOf(block)
}

const buttonOf = ({ words, address }: MailLink): string =>
  `<p style="margin:28px 0"><a class="button" href="${escaped(address)}" style="${BUTTON}">${escaped(words)}</a></p>`

/** A mail as one column of text with one button: no picture, no script, nothing that is fetched. */
export const htmlOf = ({ language, subject, says, action, notes = [] }: Mail): string => {
  const { hello, help, sender } = wordsIn({ language }).frame
  const body = [
    blockOf(hello),
    ...says.map(blockOf),
    buttonOf(action),
    ...[...notes, help, sender].map(blockOf),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}</style>
</head>
<body style="margin:0;background:#f6f0e4;color:#15213a">
<div class="letter" lang="${language}" style="${LETTER}">
${body.join('\n')}
</div>
</body>
</html>
`
}
