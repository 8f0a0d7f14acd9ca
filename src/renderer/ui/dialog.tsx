import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { useLayer } from './focus-keeper.ts'
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

/** A modal dialog with a heading, a body that scrolls and a row of actions. Esc, wherever the focus is, and a click outside close it. */
export function Dialog(props: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  width?: number
  /** Why it can't be closed now, a sentence that is shown to who tries; null while it can. */
  held?: string | null
}) {
  const held = props.held ?? null
  const dismissable = held === null
  const [told, setTold] = useState<string | null>(null)
  const layer = useLayer({ held: dismissable ? null : () => setTold(held), onClose: props.onClose, takeFocus: true })
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => (body.current ? reachable(body.current) : undefined))
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
        <AriaDialog className="dialog" ref={layer}>
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
          {held !== null && told === held && (
            <p className="dialog-held" role="alert">
              {held}
            </p>
          )}
          {props.actions && <footer className="dialog-actions">{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
