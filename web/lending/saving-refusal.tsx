import { Messages, type MessagesProps } from '../kit/form.tsx'

/** Why a form was not saved; after a change by somebody else, the page is read again. */
export const SavingMessages = (props: MessagesProps) => (
  <Messages
    {...props}
    again={props.tried.problem?.code === 'changed' ? () => location.reload() : undefined}
  />
)
