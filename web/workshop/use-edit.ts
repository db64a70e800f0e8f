import { useState } from 'preact/hooks'
import type { EditedCycle } from '../../shared/contracts/workshop-edit-views.ts'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import type { Answer } from '../kit/api-client.ts'
import { sendOnce } from '../kit/send-once.ts'
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
export const useEdit = ({ workshop: read, colleagues }: EditProps) => {
  const [workshop, setWorkshop] = useState(read)
  const [said, setSaid] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const [edited, setEdited] = useState<EditedCycle>()
  const { tried, refuse, send } = useForm()
  const ask = (next: Asked) => {
    setAsked(next)
    const { cycle } = workshop
    if (cycle && next.which !== 'one') return send(() => sendCycle(cycle, workshop, next), setEdited)
    return send(
      () => workshopApi.edit(workshop.id, next.changes),
      (changed) => {
        setWorkshop(changed)
        setSaid(words.saved)
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
  return { workshop, tried, said, edited, save, release }
}
