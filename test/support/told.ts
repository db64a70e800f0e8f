import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { outboxEventOf } from '../../shared/store/outbox.ts'
import { scanImages } from './scan.ts'
import type { WorkshopStage } from './workshops.ts'

type Stage = Pick<WorkshopStage, 'table' | 'api'>
type Image = Awaited<ReturnType<typeof scanImages>>[number]

const nameOf = ({ pk, sk }: Image): string => `${pk?.S} ${sk?.S}`

/** The messages of all changes that some work makes, each item once, as the table's stream tells of them. */
export const toldBy = async ({ table, api }: Stage, work: () => Promise<unknown>): Promise<Message[]> => {
  const before = new Map((await scanImages(table)).map((image) => [nameOf(image), image]))
  await work()
  const sent: Message[] = []
  const send = async (message: Message) => void sent.push(message)
  const deps = { ...api.deps, marks: messageStore(table), origin: 'https://restante.example', send }
  for (const NewImage of await scanImages(table)) {
    const OldImage = before.get(nameOf(NewImage))
    if (JSON.stringify(OldImage) === JSON.stringify(NewImage)) continue
    const event = outboxEventOf({ NewImage, ...(OldImage && { OldImage }) })
    if (event) await sendMessage(event, deps)
  }
  return sent
}
