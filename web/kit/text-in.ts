/** The trimmed text of a field; empty when the form has no such field. */
export const textIn = (form: Pick<FormData, 'get'>, name: string): string =>
  String(form.get(name) ?? '').trim()
