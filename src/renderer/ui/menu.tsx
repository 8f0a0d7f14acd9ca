import { useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Header, Keyboard, Menu, MenuItem, MenuSection, MenuTrigger, Separator, Text } from 'react-aria-components'
import { Button, type ButtonProps } from './button.tsx'
import { Popover } from './popover.tsx'
import './menu.css'

export interface MenuEntry {
  id: string
  label: string
  /** A second, quieter line. */
  detail?: string
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** Set on entries that are one of a choice. */
  checked?: boolean
  onAction: () => void
}

export interface MenuGroup {
  title?: string
  entries: MenuEntry[]
}

/** A button that opens a menu. */
export function MenuButton(props: {
  children: ReactNode
  /** What the menu holds; a function is asked for it once the menu is open, where making it takes long. */
  groups: MenuGroup[] | (() => MenuGroup[])
  label?: string
  look?: ButtonProps['look']
  className?: string
  isDisabled?: boolean
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}) {
  return (
    <MenuTrigger>
      <Button
        look={props.look ?? 'plain'}
        className={props.className ?? ''}
        isDisabled={props.isDisabled ?? false}
        {...(props.label ? { 'aria-label': props.label } : {})}
      >
        {props.children}
      </Button>
      <Popover placement={props.placement ?? 'bottom end'} offset={4}>
        <ButtonMenu groups={props.groups} {...(props.label ? { label: props.label } : {})} />
      </Popover>
    </MenuTrigger>
  )
}

function ButtonMenu({ groups, ...props }: { groups: MenuGroup[] | (() => MenuGroup[]); label?: string }) {
  return <MenuView groups={typeof groups === 'function' ? groups() : groups} {...props} />
}

/** A menu at a place of the window, in CSS pixels, until something is chosen or it is left. */
export function ContextMenu(props: {
  at: { x: number; y: number }
  label: string
  groups: MenuGroup[]
  onClose: () => void
}) {
  const place = useRef<HTMLSpanElement>(null)
  const { x, y } = props.at
  return (
    <>
      {createPortal(<span ref={place} style={{ position: 'fixed', left: x, top: y }} />, document.body)}
      <Popover
        aria-label={props.label}
        triggerRef={place}
        isOpen
        onOpenChange={(open) => {
          if (!open) props.onClose()
        }}
        placement="bottom start"
        offset={2}
      >
        <MenuView label={props.label} groups={props.groups} onClose={props.onClose} autoFocus />
      </Popover>
    </>
  )
}

function MenuView(props: { label?: string; groups: MenuGroup[]; onClose?: () => void; autoFocus?: boolean }) {
  const entries = props.groups.flatMap((group) => group.entries)
  return (
    <Menu
      className="menu"
      autoFocus={props.autoFocus ? 'first' : false}
      {...(props.label ? { 'aria-label': props.label } : {})}
      {...(props.onClose ? { onClose: props.onClose } : {})}
      onAction={(key) => entries.find((entry) => entry.id === key)?.onAction()}
      disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}
    >
      {props.groups.map((group, index) => (
        <MenuGroupView key={group.title ?? index} group={group} first={index === 0} />
      ))}
    </Menu>
  )
}

function MenuGroupView({ group, first }: { group: MenuGroup; first: boolean }) {
  return (
    <>
      {!first && <Separator className="menu-line" />}
      <MenuSection aria-label={group.title ?? 'Actions'}>
        {group.title && <Header className="menu-title">{group.title}</Header>}
        {group.entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.checked ? `${entry.label}, chosen` : entry.label}
            className={`menu-item${entry.danger ? ' danger' : ''}`}
          >
            <span className="menu-check" aria-hidden="true">
              {entry.checked ? '✓' : ''}
            </span>
            <span>
              {entry.label}
              {entry.checked && <span className="hidden-text">, chosen</span>}
            </span>
            {entry.keys && <Keyboard aria-hidden="true">{entry.keys}</Keyboard>}
            {entry.detail && <Text slot="description">{entry.detail}</Text>}
          </MenuItem>
        ))}
      </MenuSection>
    </>
  )
}
