/** RFC 5545, 3.3.11: special characters of TEXT are escaped, and other control characters have no place in it. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** RFC 5545, 3.2: the value of a parameter stands in quotes and has none. */
export const quoted = (text: string): string => `"${text.replace(/"/g, '’').replace(/\p{Cc}/gu, ' ')}"`

const LINE_OCTETS = 75

/** RFC 5545, 3.1: lines have at most 75 octets, continue after a space, and break between characters. */
const folded = (line: string): string => {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}

export const textOfLines = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('')
