import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components'
import { useLayer } from './focus-keeper.ts'

/** What drops down from a control or opens at a place: a menu, a list of choices. Esc, wherever the focus is, closes it. */
export function Popover(props: Omit<PopoverProps, 'className'>) {
  return <AriaPopover {...props} className="popover" ref={useLayer()} />
}
