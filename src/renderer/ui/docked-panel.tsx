import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import './docked-panel.css'

/** A panel that is docked beside the work: a head with what can be done and a way to close it, which Escape does too. */
export function DockedPanel(props: {
  title: string
  className: string
  /** What the button that closes it says. */
  closing: string
  onClose: () => void
  actions?: ReactNode
  children: ReactNode
}) {
  const { title, className, closing, onClose, actions, children } = props
  return (
    <div
      className={`docked-panel ${className}`}
      role="region"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <h2>{title}</h2>
        {actions}
        <IconButton label={closing} onPress={onClose}>
          <Icon name="close" />
        </IconButton>
      </header>
      {children}
    </div>
  )
}
