import { describe, expect, it } from 'vitest'
import { DepartementText, EmailText, SiteIdText } from '../../shared/contracts/values.ts'

describe('an e-mail address', () => {
  it.each([
    ['Camille@Example.org ', 'camille@example.org'],
    ['camille@café.fr', 'camille@xn--caf-dma.fr'],
    ['camille@cafe\u0301.fr', 'camille@xn--caf-dma.fr'],
    ['mairie@bœuf-sur-le-toît.paris', 'mairie@xn--buf-sur-le-tot-smb71n.paris'],
    ["jean.d'ormesson@laposte.net", "jean.d'ormesson@laposte.net"],
    ['jean.d’ormesson@laposte.net', "jean.d'ormesson@laposte.net"],
    ['jean&marie@laposte.net', 'jean&marie@laposte.net'],
    ['club+salle@mairie.xn--p1ai', 'club+salle@mairie.xn--p1ai'],
  ])('written %j is kept as %s', (text, kept) => expect(EmailText.parse(text)).toBe(kept))

  it.each([
    'camille',
    'camille@',
    '@example.org',
    'camille@example',
    'camille@exa mple.org',
    'a@b@café.fr',
    'camille@café.fr/chemin',
    'camille@café.fr:80',
    'camille..martin@example.org',
    '.camille@example.org',
    'camille.@example.org',
    'camille@-example.org',
    'camille@127.0.0.1',
    'élodie@example.org',
    'camille@example.org\nBcc: x@example.org',
    `camille@${'a'.repeat(250)}.fr`,
  ])('is refused when it is written %j', (text) => expect(EmailText.safeParse(text).success).toBe(false))
})

it('the identifiers of sites and départements are read in lower case too', () => {
  expect(SiteIdText.parse('09410a')).toBe('09410A')
  expect(DepartementText.parse('2a')).toBe('2A')
})
