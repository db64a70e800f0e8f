const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Whether a text looks like an address; the API judges it. */
export const isEmail = (text: string): boolean => EMAIL.test(text)
