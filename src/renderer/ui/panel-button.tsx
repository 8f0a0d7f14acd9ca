import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components'
import { Button } from './button.tsx'
import { Popover } from './popover.tsx'
import './panel-button.css'

/** A button that opens a panel of controls beside it, which Esc and a click elsewhere close. */
export function PanelButton(props: {
  /** What the button says to those who don't see it, and the panel's name. */
  label: string
  children: ReactNode
  panel: ReactNode
  className?: string
  onOpen?: () => void
}) {
  return (
    <DialogTrigger
      onOpenChange={(open) => {
        if (open) props.onOpen?.()
      }}
    >
      <Button look="outline" className={props.className ?? ''} aria-label={props.label}>
        {props.children}
      </Button>
      <Popover placement="bottom start" offset={4}>
        <Dialog className="panel" aria-label={props.label}>
          {props.panel}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
