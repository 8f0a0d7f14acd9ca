import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** A dialog that asks for something: fields, Cancel, and one button that takes it, as Enter in a field does. */
export function FormDialog(props: {
  title: string
  /** What the button says. */
  action: string
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  isDisabled?: boolean
  /** True while it's being done: nothing can be pressed, and the dialog can't be closed. */
  busy?: boolean
  danger?: boolean
  width?: number
  /** What stands before the buttons. */
  aside?: ReactNode
}) {
  const busy = props.busy ?? false
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      held={busy ? 'This is being done and can’t be stopped halfway. Wait until it is over.' : null}
      {...(props.width === undefined ? {} : { width: props.width })}
      actions={
        <>
          {props.aside}
          <Button look="outline" isDisabled={busy} onPress={props.onClose}>
            Cancel
          </Button>
          <Button
            look={props.danger ? 'danger' : 'primary'}
            isDisabled={busy || (props.isDisabled ?? false)}
            onPress={props.onSubmit}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) props.onSubmit()
        }}
      >
        {props.children}
        {/* Enter sends a form of several fields only when it has a button for that. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
