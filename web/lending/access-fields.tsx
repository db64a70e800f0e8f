import { useState } from 'preact/hooks'
import { readPhone } from '../../shared/domain/phone.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import { emptyAccess } from './first-set-up.ts'
import { errorsOfKeeper, KeeperFields, readKeeper } from './keeper-fields.tsx'
import type { SetUp } from './set-up.ts'
import { accessForm as words } from './words/fr/access-form.ts'

type Access = SetUp['access']
type Host = Extract<Access, { kind: 'host' }>['host']

const KINDS = ['key-holder', 'door-code', 'host', 'counter-staff', 'open'] as const

const readHost = (form: FormData): Host => {
  const [phone, hours] = [textIn(form, 'host-phone'), Number(textIn(form, 'host-call'))]
  return {
    name: textIn(form, 'host-name'),
    ...(phone && { phone }),
    ...(hours > 0 && { callHoursBefore: hours }),
  }
}

const readDetails = (form: FormData, before: Access): Access => {
  const kind = KINDS.find((each) => each === textIn(form, 'access')) ?? before.kind
  if (kind === 'key-holder') return { kind, keeper: readKeeper(form) }
  if (kind === 'host') return { kind, host: readHost(form) }
  // The keypad of the door has a page of its own.
  return kind === before.kind ? before : { kind }
}

export const readAccess = (form: FormData, before: Access): Access => {
  const note = textIn(form, 'note')
  const { note: _, ...details } = readDetails(form, before)
  return { ...details, ...(note && { note }) }
}

const isWrong = (phone: string | undefined): boolean => phone !== undefined && !readPhone(phone)

const errorsOfHost = ({ name, phone, callHoursBefore }: Host): FieldErrors => ({
  ...(!name && { 'host-name': words.host.nameMissing }),
  ...(isWrong(phone) && { 'host-phone': words.phoneWrong }),
  ...(callHoursBefore && !phone && { 'host-phone': words.host.phoneMissing }),
})

export const errorsOfAccess = ({ access, openings }: SetUp, form: FormData): FieldErrors => {
  if (access.kind === 'key-holder')
    return {
      ...errorsOfKeeper(access.keeper, form),
      ...(isWrong(access.keeper.phone) && { 'keeper-phone': words.phoneWrong }),
    }
  if (access.kind === 'host') return errorsOfHost(access.host)
  const isUnstaffed = access.kind === 'counter-staff' && openings.some(({ basis }) => basis === 'idle')
  return isUnstaffed ? { access: words.unstaffed } : {}
}

type HostFieldsProps = { readonly host: Host; readonly errors: FieldErrors }

const HostFields = ({ host, errors }: HostFieldsProps) => (
  <>
    <TextField
      id="host-name"
      label={words.host.name}
      hint={words.host.nameHint}
      autocomplete="off"
      maxLength={80}
      defaultValue={host.name}
      error={errors['host-name']}
    />
    <TextField
      id="host-phone"
      label={words.host.phone}
      autocomplete="off"
      inputmode="tel"
      maxLength={40}
      defaultValue={host.phone ?? ''}
      error={errors['host-phone']}
    />
    <SelectField
      id="host-call"
      label={words.host.call}
      value={String(host.callHoursBefore ?? '')}
      options={words.host.calls(host.callHoursBefore)}
    />
  </>
)

type AccessFieldsProps = { readonly access: Access; readonly errors: FieldErrors }

/** What opens the door, and what one has to know of it. */
export const AccessFields = ({ access, errors }: AccessFieldsProps) => {
  const [kind, setKind] = useState(access.kind)
  const shown = kind === access.kind ? access : emptyAccess(kind)
  return (
    <>
      <Choices
        id="access"
        legend={words.legend}
        options={KINDS.map((each) => [each, words.kinds[each]] as const)}
        chosen={[kind]}
        onChoose={(chosen) => setKind(KINDS.find((each) => each === chosen) ?? kind)}
        error={errors.access}
      />
      {shown.kind === 'key-holder' && <KeeperFields keeper={shown.keeper} errors={errors} />}
      {shown.kind === 'host' && <HostFields host={shown.host} errors={errors} />}
      <TextField
        id="note"
        label={words.note}
        hint={words.noteHint}
        autocomplete="off"
        maxLength={200}
        defaultValue={access.note ?? ''}
      />
    </>
  )
}
