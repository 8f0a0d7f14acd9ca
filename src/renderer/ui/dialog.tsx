import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import './dialog.css'

/** A modal dialog with a heading, a body that scrolls and a row of actions. Esc and a click outside close it. */
export function Dialog(props: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  width?: number
  /** False while something runs that must not be dismissed by accident. */
  dismissable?: boolean
}) {
  const dismissable = props.dismissable ?? true
  const dialog = useRef<HTMLElement>(null)
  // A button that is disabled while something runs loses the focus, and with it keys like Esc would be lost.
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.matches(':disabled')) dialog.current?.focus()
  })
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Modal className="modal" style={{ maxWidth: props.width ?? 520 }}>
        <AriaDialog className="dialog" ref={dialog}>
          <header className="dialog-head">
            <Heading slot="title">{props.title}</Heading>
            {dismissable && (
              <IconButton label="Close" onPress={props.onClose}>
                <Icon name="close" />
              </IconButton>
            )}
          </header>
          <div className="dialog-body">{props.children}</div>
          {props.actions && <footer className="dialog-actions">{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
