import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Table } from '../../shared/store/client.ts'
import { scanImages } from './scan.ts'

type Image = Record<string, AttributeValue>

const nameOf = ({ pk, sk }: Image): string => `${pk?.S}\n${sk?.S}`

/** Stands for the stream, which tables of tests do not have: the changes since the last look. */
export const changesOf = (table: Table) => {
  let known = new Map<string, Image>()
  let numbers = 0
  const recordOf = (NewImage: Image, OldImage: Image | undefined): DynamoDBRecord => ({
    eventName: OldImage ? 'MODIFY' : 'INSERT',
    dynamodb: {
      Keys: { pk: NewImage.pk, sk: NewImage.sk } as never,
      SequenceNumber: String(++numbers),
      NewImage: NewImage as never,
      ...(OldImage && { OldImage: OldImage as never }),
    },
  })
  return async (): Promise<DynamoDBStreamEvent> => {
    const images = new Map((await scanImages(table)).map((image) => [nameOf(image), image]))
    const changed = [...images].filter(
      ([name, image]) => JSON.stringify(image) !== JSON.stringify(known.get(name)),
    )
    const Records = changed.map(([name, image]) => recordOf(image, known.get(name)))
    known = images
    return { Records }
  }
}
