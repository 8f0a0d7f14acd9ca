import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

/**
 * A list of any length of which only what shows is in the page. One item is active; arrows, Home, End and Page keys move
 * it, Enter and a click choose it. The list is one stop of the Tab key.
 */
export function VirtualList<T>(props: {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  estimate: number
  active: number
  onActive: (index: number) => void
  onChoose: (item: T, index: number) => void
  onKey?: (event: KeyboardEvent, item: T, index: number) => void
  selected: (item: T) => boolean
  children: (item: T, index: number) => ReactNode
  rowClass?: string
  draggable?: (item: T, data: DataTransfer) => void
  onDropOn?: (event: React.DragEvent, index: number) => void
}) {
  const { items, active } = props
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called anew in each render here
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimate,
    getItemKey: (index) => props.keyOf(items[index]!),
    overscan: 4,
    paddingStart: 2,
    paddingEnd: 8
  })
  const last = items.length - 1
  const at = Math.min(active, last)

  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at, list])

  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items[at]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.estimate) - 1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
      PageDown: at + page,
      PageUp: at - page
    }
    const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      props.onActive(Math.max(0, Math.min(last, target)))
    } else if (event.key === 'Enter' && item !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      props.onChoose(item, at)
    } else if (item !== undefined) props.onKey?.(event, item, at)
  }
  const activeItem = items[at]
  const id = (item: T): string => `row-${props.label.toLowerCase()}-${props.keyOf(item)}`
  return (
    <div
      ref={scroller}
      className="list scroll"
      role="listbox"
      aria-label={props.label}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={activeItem === undefined ? undefined : id(activeItem)}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: list.getTotalSize(), position: 'relative' }} role="presentation">
        {list.getVirtualItems().map((row) => {
          const item = items[row.index]!
          return (
            <div
              key={row.key}
              id={id(item)}
              ref={list.measureElement}
              data-index={row.index}
              role="option"
              aria-selected={props.selected(item)}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={`list-row ${props.rowClass ?? ''}${row.index === at ? ' is-active' : ''}`}
              style={{ transform: `translateY(${row.start}px)` }}
              draggable={props.draggable !== undefined}
              onDragStart={(event) => props.draggable?.(item, event.dataTransfer)}
              onDragOver={(event) => {
                if (props.onDropOn) event.preventDefault()
              }}
              onDrop={(event) => props.onDropOn?.(event, row.index)}
              onClick={() => {
                props.onActive(row.index)
                props.onChoose(item, row.index)
              }}
            >
              {props.children(item, row.index)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
