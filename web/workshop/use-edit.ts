import { useState } from 'preact/hooks'
import type { EditedCycle } from '../../shared/contracts/workshop-edit-views.ts'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import type { Answer } from '../kit/api-client.ts'
import { sendOnce } from '../kit/send-once.ts'
import { both } from '../kit/use-answer.ts'
import { useForm } from '../kit/use-form.ts'
import { changesIn, errorsIn, type Which } from './edit-draft.ts'
import { edit as words } from './words/fr/edit.ts'
import { type Colleagues, type WorkshopEdit, workshopApi } from './workshop-client.ts'

export type EditProps = {
  readonly workshop: WorkshopView
  readonly colleagues: Colleagues
}

type Asked = { readonly changes: WorkshopEdit; readonly which: Which }

const sendCycle = (
  cycle: string,
  { id }: WorkshopView,
  { changes: { date: _, ...changes }, which }: Asked,
): Promise<Answer<EditedCycle>> => {
  const body = { ...changes, ...(which === 'following' && { from: id }) }
  return sendOnce(JSON.stringify([cycle, body]), (key) => workshopApi.editCycle(cycle, body, key))
}

/** Saves one workshop, or those of its cycle; `release` is for people who have something else then. */
export const useEdit = (read: EditProps) => {
  const [{ workshop, colleagues }, setNow] = useState<EditProps>(read)
  const [said, setSaid] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const [edited, setEdited] = useState<EditedCycle>()
  const { tried, refuse, send } = useForm()
  /** The next change is one of the workshop as it is now, with who leads it now. */
  const refresh = async () => {
    const { id } = workshop
    const now = await both(workshopApi.read(id), workshopApi.colleagues(id))
    if (now.ok) setNow({ workshop: now.value[0], colleagues: now.value[1].colleagues })
  }
  const ask = (next: Asked) => {
    setAsked(next)
    const { cycle } = workshop
    if (cycle && next.which !== 'one')
      return send(
        () => sendCycle(cycle, workshop, next),
        (changed) => {
          setEdited(changed)
          refresh()
        },
      )
    return send(
      () => workshopApi.edit(workshop.id, next.changes),
      (changed) => {
        setNow({ workshop: changed, colleagues })
        setSaid(words.saved)
        refresh()
      },
    )
  }
  const save = (form: FormData, which: Which) => {
    setSaid(undefined)
    setEdited(undefined)
    const errors = errorsIn(form)
    if (Object.keys(errors).length > 0) return refuse(errors)
    const changes = changesIn(form, workshop, colleagues)
    if (Object.keys(changes).length === 0) return setSaid(words.nothing)
    ask({ changes, which })
  }
  const release = () => asked && ask({ ...asked, changes: { ...asked.changes, releaseBusy: true } })
  return { workshop, colleagues, tried, said, edited, save, release }
}
