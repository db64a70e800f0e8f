import { type ParsedMail, simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import type { Mail } from '../../functions/jobs/send-messages/mail.ts'
import { messageOf } from '../../functions/jobs/send-messages/message.ts'
import { mimeOf } from '../../functions/jobs/send-messages/mime.ts'
import { aSite, date, NOW, range } from '../support/builders.ts'

const FROM = 'bonjour@restante.example'

const aMail = (changes: Partial<Mail> = {}): Mail => ({
  to: 'camille@example.org',
  language: 'fr',
  subject: 'C’est réservé : mardi 24 novembre, Montmirail',
  says: [
    'Votre réservation est confirmée.',
    ['Salle <Ouest> & cour', 'Référence : ABC'],
    ['- lundi', '- mardi'],
  ],
  action: { words: 'La revoir', address: 'https://restante.example/reservation?id=1&x=2' },
  ...changes,
})

const bytesOf = (mail: Mail, mark = 'BOOKING#1#2') => mimeOf(messageOf(mail, mark, NOW), FROM)
const headOf = async (mail: Mail) => String(await bytesOf(mail)).split('\r\n\r\n')[0] ?? ''
const parsed = async (mail: Mail): Promise<ParsedMail> => simpleParser(await bytesOf(mail))

describe('a mail as it leaves', () => {
  it('says the same as text and as HTML, in the language of its reader', async () => {
    const { from, to, subject, text, html } = await parsed(aMail())
    expect(from?.text).toBe(`"Restante" <${FROM}>`)
    expect(to).toMatchObject({ text: 'camille@example.org' })
    expect(subject).toBe('C’est réservé : mardi 24 novembre, Montmirail')
    expect(text).toContain(
      'Salle <Ouest> & cour\nRéférence : ABC\n\n- lundi\n- mardi\n\nLa revoir : https://',
    )
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('Salle &lt;Ouest&gt; &amp; cour<br>')
    expect(html).toContain('<li>lundi</li><li>mardi</li>')
    expect(html).toContain('Référence\u00A0: ABC')
    expect(String(html).match(/class="button" href="([^"]*)"/)?.[1]).toBe(
      'https://restante.example/reservation?id=1&amp;x=2',
    )
  })

  it('fetches and runs nothing where it is read', async () => {
    const { html } = await parsed(aMail())
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=/)
  })

  it('shows a code large, and only once', async () => {
    const { html, text } = await parsed(aMail({ says: [{ words: 'Votre code', code: '123456' }] }))
    expect(text).toContain('Votre code : 123456')
    expect(String(html)).toMatch(/font-size:36px[^>]*>123456</)
  })

  it('says that no person wrote it, in which language', async () => {
    const { headers } = await parsed(aMail({ language: 'en' }))
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-language')).toBe('en')
    expect(headers.get('date')).toEqual(new Date(NOW))
  })

  it('has the same identifier each time that one event is told to one person, and no other', async () => {
    const idOf = async (mail: Mail, mark: string) => (await simpleParser(await bytesOf(mail, mark))).messageId
    const id = await idOf(aMail(), 'BOOKING#1#2')
    expect(id).toMatch(/^<[0-9a-f]{32}@restante\.example>$/)
    expect(await idOf(aMail(), 'BOOKING#1#2')).toBe(id)
    expect(await idOf(aMail(), 'BOOKING#1#3')).not.toBe(id)
    expect(await idOf(aMail({ to: 'anne@example.org' }), 'BOOKING#1#2')).not.toBe(id)
  })

  it('can be ended by one request where it is a reminder, and nowhere else', async () => {
    const unsubscribe = 'https://restante.example/api/unsubscribe?k=1'
    const head = await headOf(aMail({ unsubscribe }))
    expect(head).toContain(`List-Unsubscribe: <${unsubscribe}>`)
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(await headOf(aMail())).not.toContain('Unsubscribe')
  })

  it('carries a calendar for the diary, and as a file, with who asks and who comes', async () => {
    const event = {
      ...{ uid: 'b@restante', sequence: 3, date: date('2026-11-24'), ...range('08:00-12:00') },
      ...{ timeZone: aSite().timeZone, summary: 'Été, Montmirail', status: 'CONFIRMED' as const },
    } as const
    const bytes = await bytesOf(aMail({ calendar: { method: 'REQUEST', events: [event] } }))
    expect(String(bytes)).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    const { attachments } = await simpleParser(bytes)
    const file = attachments.find(({ filename }) => filename === 'restante.ics')
    const text = String(file?.content).replaceAll('\r\n ', '')
    expect(text).toContain(`ORGANIZER;CN="Restante":mailto:${FROM}`)
    expect(text).toMatch(/ATTENDEE;[^:]*:mailto:camille@example\.org/)
    expect(text).toContain('METHOD:REQUEST')
    expect(text).toContain('SUMMARY:Été\\, Montmirail')
  })

  it.each([
    'Salle\r\nBcc: victim@example.org',
    'Salle\nX-Other: 1',
    'Salle\rX-Other: 1',
    'Salle\u2028X-Other: 1',
    'Salle\u0000\u001b\r\n\r\nbody',
  ])('lets no name begin another header: %j', async (subject) => {
    const mail = aMail({ subject, says: [subject] })
    const { headers, html } = await parsed(mail)
    expect([...headers.keys()].sort()).toEqual([...(await parsed(aMail())).headers.keys()].sort())
    expect(String(html)).toContain('Salle')
  })

  it('keeps names of four-byte characters whole, however long', async () => {
    const subject = `${'🏤'.repeat(60)} 𝔐ontmirail ${'é'.repeat(200)}`
    expect((await parsed(aMail({ subject }))).subject).toBe(subject)
    for (const line of (await headOf(aMail({ subject }))).split('\r\n'))
      expect(line.length).toBeLessThanOrEqual(78)
  })

  it('has no line longer than mail servers take, however long a paragraph is', async () => {
    const lines = String(await bytesOf(aMail({ says: ['mot'.repeat(2000)] }))).split('\r\n')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998)
  })
})
