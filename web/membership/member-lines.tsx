import { useState } from 'preact/hooks'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { Confirmation } from '../kit/confirmation.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { phoneAddress } from '../kit/phone-address.ts'
import { useForm } from '../kit/use-form.ts'
import { useSend } from '../kit/use-send.ts'
import { type Member, memberApi } from './member-client.ts'
import { MemberTerms, termErrors, termsIn } from './member-terms.tsx'
import { memberRefusals, members as words } from './words/fr/members.ts'

type LineProps = {
  readonly site: SiteView
  readonly member: Member
  readonly onChanged: (said: string) => void
}

const nameOf = ({ name, email }: Member): string => name ?? email ?? words.nameless
const saidOf = (member: Member): string => words.done(nameOf(member), member.phone)

const ChangeForm = ({ site, member, onChanged }: LineProps) => {
  const { tried, refuse, send } = useForm()
  const change = (form: FormData) => {
    const terms = termsIn(form, 'changed')
    const errors = termErrors(terms, 'changed', site.today)
    if (Object.keys(errors).length > 0) return refuse(errors)
    send(
      () => memberApi.change(site.id, { holder: member.holder, ...terms }),
      () => onChanged(saidOf(member)),
    )
  }
  return (
    <Form onSend={change}>
      <Messages tried={tried} refusals={memberRefusals} />
      <MemberTerms name="changed" today={site.today} of={member} errors={tried.errors} />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {words.save}
      </button>
    </Form>
  )
}

type OpenProps = { readonly open: boolean; readonly onOpen: () => void }

const MemberLine = ({ site, member, onChanged, open, onOpen }: LineProps & OpenProps) => {
  const name = nameOf(member)
  const { problem, working, send } = useSend(() => onChanged(saidOf(member)))
  return (
    <li class="right-line">
      <p>
        <strong class="long-word">{name}</strong>
        <br />
        {words.publics[member.public]}, {words.lasts(member.until, site.today)}
        {member.phone && (
          <>
            <br />
            <a class="tall" href={phoneAddress(member.phone)}>
              {member.phone}
            </a>
          </>
        )}
      </p>
      {problem && <Refusal refusals={memberRefusals} problem={problem} />}
      {open ? (
        <ChangeForm site={site} member={member} onChanged={onChanged} />
      ) : (
        <div class="actions actions-row">
          <button class="link" type="button" onClick={onOpen}>
            {words.change}
            <span class="for-readers">{words.of(name)}</span>
          </button>
          <Confirmation
            label={words.withdraw}
            about={words.of(name)}
            question={words.sure(name)}
            yes={words.yes}
            no={words.no}
            working={working}
            onConfirm={() =>
              send(() => memberApi.change(site.id, { holder: member.holder, public: 'everyone' }))
            }
          />
        </div>
      )}
    </li>
  )
}

type LinesProps = Pick<LineProps, 'site' | 'onChanged'> & { readonly members: readonly Member[] }

/** Who is admitted, each with what changes it. */
export const MemberLines = ({ members, ...props }: LinesProps) => {
  const [changing, setChanging] = useState<string>()
  if (members.length === 0) return <p>{words.none}</p>
  return (
    <ul class="plain stack">
      {members.map((member) => (
        <MemberLine
          key={`${member.holder} ${member.public} ${member.until}`}
          {...props}
          member={member}
          open={changing === member.holder}
          onOpen={() => setChanging(member.holder)}
        />
      ))}
    </ul>
  )
}
