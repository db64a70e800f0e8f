import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod'

/** `at` is an ISO 8601 instant. */
const Message = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.string() })
type Message = z.infer<typeof Message>

/** The part of Amazon SES's SendEmail request that the service uses. */
const SendEmailRequest = z.object({
  Destination: z.object({ ToAddresses: z.tuple([z.string()]) }),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Text: z.object({ Data: z.string() }) }),
    }),
  }),
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

const page = (messages: readonly Message[]) => html`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Messages envoyés (machine locale)</title>
<h1>Messages envoyés</h1>
<p>Ici, sur la machine de développement seulement, rien ne part : chaque message se lit sur cette page.
<a href="/_mailbox">Relire</a> · <a href="/">Restante</a></p>
${messages.length === 0 ? html`<p>Aucun message pour l’instant.</p>` : ''}
${messages.map(
  ({ to, subject, text, at }) => html`<article>
<h2>${subject}</h2>
<p>À ${to}, <time datetime="${at}">${at}</time></p>
<pre>${text}</pre>
</article>`,
)}
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
      const message = {
        to: Destination.ToAddresses[0],
        subject: Content.Simple.Subject.Data,
        text: Content.Simple.Body.Text.Data,
        at: new Date().toISOString(),
      }
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
      return c.json({ MessageId: crypto.randomUUID() })
    })
}
