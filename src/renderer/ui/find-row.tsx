import type { ReactNode } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { MOST_MATCHES } from './find-text.ts'
import { Icon } from './icon.tsx'
import './find-row.css'

/** How far one is among what was found: `3 of 12`, or only how many there are while one is at none (-1). */
export function countWords(index: number, found: number): string {
  if (found === 0) return 'Not found'
  const all = `${found.toLocaleString('en-GB')}${found >= MOST_MATCHES ? ' or more' : ''}`
  return index < 0 ? `${all} found` : `${(index + 1).toLocaleString('en-GB')} of ${all}`
}

/** What finds words in a pane, above what it looks through. Esc closes it. */
export function FindBarFrame({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  return (
    <div
      className="find-bar"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </div>
  )
}

/** The field for what is looked for, how much is found, and the ways from match to match: Enter, Shift Enter, or F3 and Shift F3. */
export function FindRow(props: {
  label: string
  value: string
  onChange: (value: string) => void
  count: string
  onStep: (by: 1 | -1) => void
  onClose: () => void
  /** Further ways to look, between the field and the count. */
  children?: ReactNode
}) {
  return (
    <div className="find-row">
      <SearchField
        aria-label={props.label}
        value={props.value}
        autoFocus
        onChange={props.onChange}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose()
          else if (event.key === 'Enter') props.onStep(event.shiftKey ? -1 : 1)
          else event.continuePropagation()
        }}
      >
        <Input className="input" placeholder={props.label} />
      </SearchField>
      {props.children}
      <span className="find-count" role="status">
        {props.count}
      </span>
      <IconButton label="Previous" keys="Shift F3" onPress={() => props.onStep(-1)}>
        <Icon name="up" />
      </IconButton>
      <IconButton label="Next" keys="F3" onPress={() => props.onStep(1)}>
        <Icon name="down" />
      </IconButton>
      <IconButton label="Close" keys="Esc" onPress={props.onClose}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}
