import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, ToggleButton as AriaToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import './controls.css'

export interface ButtonProps {
  children: ReactNode
  /** `plain` has no frame until it is hovered, `outline` is the usual button, `primary` the one action of a place. */
  look?: 'plain' | 'outline' | 'primary' | 'danger'
  onPress?: () => void
  isDisabled?: boolean
  autoFocus?: boolean
  type?: 'button' | 'submit'
  className?: string
  ref?: Ref<HTMLButtonElement>
  'aria-label'?: string
  'aria-expanded'?: boolean
  'aria-haspopup'?: 'dialog'
}

/** A push button. */
export function Button({ look = 'plain', className = '', onPress, ...rest }: ButtonProps) {
  return <AriaButton {...rest} {...(onPress ? { onPress } : {})} className={`button ${look} ${className}`} />
}

/** A button that shows only a sign, with its name as accessible name and tooltip. */
export function IconButton({ label, keys, ...rest }: ButtonProps & { label: string; keys?: string }) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...rest} aria-label={label} className={`icon ${rest.className ?? ''}`} />
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** A button that is on or off. */
export function ToggleButton(props: {
  children: ReactNode
  label: string
  isSelected: boolean
  onChange: (on: boolean) => void
  isDisabled?: boolean
}) {
  return (
    <TooltipTrigger delay={500}>
      <AriaToggleButton
        className="button plain icon"
        aria-label={props.label}
        isSelected={props.isSelected}
        onChange={props.onChange}
        isDisabled={props.isDisabled ?? false}
      >
        {props.children}
      </AriaToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {props.label}
      </Tooltip>
    </TooltipTrigger>
  )
}
