import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { simpleParser } from 'mailparser'
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

/** The part of Amazon SES's SendEmail request that the service uses. */
const SendEmailRequest = z.object({
  Destination: z.object({ ToAddresses: z.tuple([z.string()]) }),
  Content: z.object({ Raw: z.object({ Data: z.string() }) }),
})

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

/** Replaces Amazon SES: keeps messages in a file and shows them newest first. */
export const mailbox = (file: string) => {
  const messages = readMessages(file)
  return new Hono()
    .get('/', (c) => c.html(page(messages.toReversed())))
    .get('/messages.json', (c) => c.json(messages.toReversed()))
    .post('/v2/email/outbound-emails', async (c) => {
      const request = SendEmailRequest.safeParse(await c.req.json().catch(() => undefined))
      if (!request.success) return c.json({ message: 'not a message' }, 400)
      const { Destination, Content } = request.data
      const message = await messageIn(Destination.ToAddresses[0], Buffer.from(Content.Raw.Data, 'base64'))
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
      return c.json({ MessageId: crypto.randomUUID() })
    })
}
