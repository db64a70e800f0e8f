import { marshall } from '@aws-sdk/util-dynamodb'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { type Item, readItems, type Table } from '../../shared/store/client.ts'
import { seriesKey } from '../../shared/store/keys/series-keys.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { outboxEventOf } from '../../shared/store/outbox.ts'
import { seriesStore } from '../../shared/store/series-store.ts'
import { scanImages } from './scan.ts'
import type { WorkshopStage } from './workshops.ts'

type Stage = Pick<WorkshopStage, 'table' | 'api'>
type Image = Awaited<ReturnType<typeof scanImages>>[number]

const ORIGIN = 'https://restante.example'

const nameOf = ({ pk, sk }: Image): string => `${pk?.S} ${sk?.S}`

/** The messages of all changes that some work makes, each item once, as the table's stream tells of them. */
export const toldBy = async ({ table, api }: Stage, work: () => Promise<unknown>): Promise<Message[]> => {
  const before = new Map((await scanImages(table)).map((image) => [nameOf(image), image]))
  await work()
  const sent: Message[] = []
  const send = async (message: Message) => void sent.push(message)
  const deps = { ...api.deps, marks: messageStore(table), origin: ORIGIN, send }
  for (const NewImage of await scanImages(table)) {
    const OldImage = before.get(nameOf(NewImage))
    if (JSON.stringify(OldImage) === JSON.stringify(NewImage)) continue
    const event = outboxEventOf({ NewImage, ...(OldImage && { OldImage }) })
    if (event) await sendMessage(event, deps)
  }
  return sent
}

type Deps = WorkshopStage['api']['deps']
type WriteSeries<A extends unknown[]> = (series: { readonly id: SeriesId }, ...more: A) => Promise<boolean>

/** A store that tells what each write of a series makes of it, as the table's stream would. */
export const tellingSeries = (table: Table, deps: () => Deps, take: (message: Message) => void) => {
  const store = seriesStore(table)
  const telling =
    <A extends unknown[]>(write: WriteSeries<A>): WriteSeries<A> =>
    async (series, ...more) => {
      const read = async () => marshall((await readItems(table, [seriesKey(series.id)]))[0] as Item)
      const OldImage = await read()
      const isWritten = await write(series, ...more)
      const event = isWritten && outboxEventOf({ OldImage, NewImage: await read() })
      const send = async (message: Message) => take(message)
      if (event && event.kind === 'series-changed')
        await sendMessage(event, { ...deps(), marks: messageStore(table), origin: ORIGIN, send })
      return isWritten
    }
  return {
    ...store,
    changeSeries: telling(store.changeSeries as never),
    endAct: telling(store.endAct as never),
  }
}
