import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import * as z from 'zod'

const Attachment = z.object({ name: z.string(), type: z.string(), content: z.string() })

/** `at` is an ISO 8601 instant. */
const Message = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(Attachment),
  at: z.string(),
})
type Message = z.infer<typeof Message>

const readMessages = (file: string): Message[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => {
          try {
            return [Message.parse(JSON.parse(line))]
          } catch {
            return []
          }
        })
    : []

const messageIn = async (to: string, raw: Buffer): Promise<Message> => {
  const {
    subject = '',
    text = '',
    html: page,
    attachments,
  } = await simpleParser(raw, { skipTextToHtml: true })
  return {
    ...{ to, subject, text, html: page || '' },
    attachments: attachments.map(({ filename = '', contentType, content }) => ({
      ...{ name: filename, type: contentType, content: content.toString('utf8') },
    })),
    at: new Date().toISOString(),
  }
}

const attachmentOf = ({
  name,
  type,
  content,
}: Message['attachments'][number]) => html`<p><a download="${name}"
href="data:${type};base64,${Buffer.from(content).toString('base64')}">${name}</a> (${type})</p>`

/** A frame runs nothing; its links open in place of the page. */
const SANDBOX = 'allow-top-navigation-by-user-activation'
const inPlaceOfThePage = (page: string): string => page.replace('<head>', '<head><base target="_top">')

const articleOf = (message: Message) => html`<article>
<h2>${message.subject}</h2>
<p>À ${message.to}, <time datetime="${message.at}">${message.at}</time></p>
<iframe sandbox="${SANDBOX}" title="${message.subject}" srcdoc="${inPlaceOfThePage(message.html)}"
loading="lazy" style="width:100%;height:30em;border:1px solid"></iframe>
${message.attachments.map(attachmentOf)}
<details><summary>En texte seul</summary><pre style="white-space:pre-wrap">${message.text}</pre></details>
</article>`

const page = (messages: readonly Message[]) => html`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Messages envoyés (machine locale)</title>
<h1>Messages envoyés</h1>
<p>Ici, sur la machine de développement seulement, rien ne part : chaque message se lit sur cette page.
<a href="/_mailbox">Relire</a> · <a href="/">Restante</a></p>
${messages.length === 0 ? html`<p>Aucun message pour l’instant.</p>` : ''}
${messages.map(articleOf)}
</html>`

/** Who asks for what arrived, and where it arrives. */
export type Mailbox = { readonly routes: Hono; readonly smtpUrl: string; readonly close: () => void }

/** A mail server of this machine: keeps messages in a file and shows them newest first. */
export const openMailbox = async (file: string): Promise<Mailbox> => {
  const messages = readMessages(file)
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: async (stream, { envelope }, answer) => {
      const message = await messageIn(envelope.rcptTo[0]?.address ?? '', await buffer(stream))
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
      answer()
    },
  })
  // A connection that ends early is no failure of the service.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const routes = new Hono()
    .get('/', (c) => c.html(page(messages.toReversed())))
    .get('/messages.json', (c) => c.json(messages.toReversed()))
  return { routes, smtpUrl: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}
