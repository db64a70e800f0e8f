import { Messages, type MessagesProps } from '../kit/form.tsx'

/** Why a form was not saved; a change by somebody else has to be seen first. */
export const SavingMessages = (props: MessagesProps) => (
  <Messages
    {...props}
    again={props.tried.problem?.code === 'changed' ? () => location.reload() : undefined}
  />
)
