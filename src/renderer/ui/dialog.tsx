import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import './dialog.css'

const FOCUSABLE = 'a[href], button:not(:disabled), input, select, textarea, [tabindex]'

/** Lets the keyboard scroll a body that is longer than its dialog and holds nothing else to go to. */
function reachable(body: HTMLElement): () => void {
  const settle = (): void => {
    if (body.scrollHeight > body.clientHeight && !body.querySelector(FOCUSABLE)) body.tabIndex = 0
    else body.removeAttribute('tabindex')
  }
  settle()
  const observer = new ResizeObserver(settle)
  observer.observe(body)
  return () => observer.disconnect()
}

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
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => (body.current ? reachable(body.current) : undefined))
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
          <div className="dialog-body" ref={body}>
            {props.children}
          </div>
          {props.actions && <footer className="dialog-actions">{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
