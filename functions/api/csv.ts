/** A spreadsheet takes what begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cellOf = (text: string): string => {
  const inert = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** As French spreadsheets open it without asking: semicolons, a byte order mark, lines as RFC 4180 ends them. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
