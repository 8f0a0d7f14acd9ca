import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject
} from 'react'
import './list.css'

/** The roles that a list and its items can have. In a grid each row holds cells, under a row of headings. */
const ROLES = {
  listbox: { list: 'listbox', item: 'option' },
  grid: { list: 'grid', item: 'row' },
  tree: { list: 'tree', item: 'treeitem' }
} as const

/** The first item in sight by its key, and how many CSS pixels of it are out of sight. */
export interface ListTop {
  key: string
  hidden: number
}

interface ListProps<T> {
  label: string
  /** A listbox unless it's given. */
  as?: keyof typeof ROLES
  items: readonly T[]
  keyOf: (item: T) => string
  /** The height of an item in CSS pixels: about, or of each one exactly where `exact` is true. */
  estimate: number
  exact?: boolean
  /** What stands above the items and stays in sight, with its height in CSS pixels. */
  head?: { height: number; content: ReactNode }
  /** Where the list was left when it was shown last; it begins there, and notes there where it is. */
  top?: RefObject<ListTop | null>
  /** The place of the active item; -1 for none, and then the first becomes it when the keyboard enters the list. */
  active: number
  onActive: (index: number) => void
  /** `shift` is true when Shift was held with Enter. */
  onChoose: (item: T, index: number, by: 'key' | 'pointer', shift: boolean) => void
  /** Keys that the list has no use for itself. */
  onKey?: (event: KeyboardEvent, item: T, index: number) => void
  /** A click with a modifier key, Space, or Shift with a key that moves, in place of `onActive`: given where several items can be selected. */
  onSelect?: (how: 'toggle' | 'extend', index: number) => void
  /** The item's menu is asked for, by a pointer or a key; `at` is where it belongs, in CSS pixels of the window. */
  onMenu?: (at: { x: number; y: number }, item: T) => void
  selected: (item: T) => boolean
  /** The item that is shown elsewhere, where that isn't the same as being selected. */
  current?: (item: T) => boolean
  /** Names the order and the filter: with another one the list goes to the active item. Else what is in sight stays in its place. */
  arrangement?: string
  children: (item: T, index: number) => ReactNode
  /** What a tree says of an item: how deep it stands, and whether what belongs to it shows. */
  branch?: (item: T) => { level: number; expanded?: boolean }
  className?: string
  rowClass?: string
  draggable?: (item: T, data: DataTransfer) => void
  /** What is dragged over items and may be dropped before or behind one: given where something may. */
  drop?: {
    takes: (data: DataTransfer) => boolean
    onDrop: (data: DataTransfer, index: number, side: Side) => void
  }
}

/** On which side of an item something is dropped. */
export type Side = 'before' | 'behind'

function sideOf({ currentTarget, clientY }: DragEvent<HTMLElement>): Side {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'behind'
}

/**
 * A list of any length of which only what shows is in the page. One item is active; arrows, Home, End and Page keys move
 * it, Enter and a click choose it. The list is one stop of the Tab key. `keyOf` has to be the same function each time.
 */
export function VirtualList<T>(props: ListProps<T>) {
  const { items, active, keyOf, exact = false } = props
  const roles = ROLES[props.as ?? 'listbox']
  const headHeight = props.head?.height ?? 0
  const keyAt = useCallback((index: number) => keyOf(items[index]!), [items, keyOf])
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called anew in each render here
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimate,
    getItemKey: keyAt,
    overscan: 4,
    paddingStart: headHeight + 2,
    scrollPaddingStart: headHeight,
    paddingEnd: 8
  })
  const [, render] = useReducer((count: number) => count + 1, 0)
  const last = items.length - 1
  const at = Math.min(active, last)
  const activeItem = items[at]
  const activeKey = activeItem === undefined ? null : keyOf(activeItem)

  // The first row in sight, and how much of it is out of sight: rows that come in above it don't move it.
  const own = useRef<ListTop | null>(null)
  const held = props.top ?? own
  const arranged = useRef(props.arrangement)
  const begun = useRef(false)
  const restored = useRef(false)
  const hold = (): void => {
    const top = (scroller.current?.scrollTop ?? 0) + headHeight
    // Not from the rows that are in the page: those follow the place a little later, and rows may come in meanwhile.
    const first = list.getVirtualItemForOffset(top)
    held.current = first ? { key: String(first.key), hidden: top - first.start } : null
  }
  useLayoutEffect(() => {
    const { current: element } = scroller
    const before = held.current
    const beginning = !begun.current
    begun.current = true
    if (!element || !before || arranged.current !== props.arrangement) return
    if (element.scrollTop === 0 && !beginning) return
    const index = items.findIndex((item) => keyOf(item) === before.key)
    // Brings the places of the rows up to date with what was measured as they came in.
    list.getTotalSize()
    const row = list.measurementsCache[index]
    const wanted = (row?.start ?? 0) + before.hidden - headHeight
    restored.current = beginning && row !== undefined
    if (!row || Math.abs(wanted - element.scrollTop) <= 1) return
    element.scrollTop = wanted
    // It would hear of this by an event later, and until then show rows that are far above, whose heights then move what is in sight.
    list.scrollOffset = element.scrollTop
    render()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what is in the list matters, not how it is asked
  }, [items])
  useEffect(() => {
    arranged.current = props.arrangement
    // Where the list was left its active item may have been out of sight.
    if (at >= 0 && !restored.current) list.scrollToIndex(at, { align: 'auto' })
    restored.current = false
    // eslint-disable-next-line react-hooks/exhaustive-deps -- an item that others push down hasn't been moved to
  }, [activeKey, props.arrangement, list])
  useEffect(hold)

  const onKeyDown = (event: KeyboardEvent): void => {
    // What stands in the head has keys of its own.
    if (event.target !== event.currentTarget) return
    const item = items[at]
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / props.estimate) - 1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
      PageDown: at + page,
      PageUp: at - page
    }
    const wanted = event.altKey || event.ctrlKey || event.metaKey ? undefined : moves[event.key]
    if (wanted !== undefined) {
      event.preventDefault()
      const target = Math.max(0, Math.min(last, wanted))
      if (event.shiftKey && props.onSelect) props.onSelect('extend', target)
      else props.onActive(target)
    } else if (event.key === 'Enter' && item !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      props.onChoose(item, at, 'key', event.shiftKey)
    } else if (event.key === ' ' && item !== undefined && props.onSelect) {
      event.preventDefault()
      props.onSelect('toggle', at)
    } else if (item !== undefined) props.onKey?.(event, item, at)
  }
  const onClick = (event: MouseEvent, item: T, index: number): void => {
    if (props.onSelect && event.shiftKey) props.onSelect('extend', index)
    else if (props.onSelect && (event.ctrlKey || event.metaKey)) props.onSelect('toggle', index)
    else {
      props.onActive(index)
      props.onChoose(item, index, 'pointer', false)
    }
  }
  const openMenu = (event: MouseEvent, item: T): void => {
    if (!props.onMenu) return
    event.preventDefault()
    // The menu key has no place of its own: the row has.
    const row = document.getElementById(id(item))?.getBoundingClientRect()
    const byKey = event.button !== 2 && row !== undefined
    props.onMenu(byKey ? { x: row.left + 24, y: row.top + 24 } : { x: event.clientX, y: event.clientY }, item)
  }
  const id = (item: T): string => `row-${props.label.toLowerCase()}-${keyOf(item)}`
  return (
    <div
      ref={scroller}
      className={`list scroll ${props.className ?? ''}`}
      role={roles.list}
      aria-label={props.label}
      aria-multiselectable={props.onSelect ? true : undefined}
      aria-rowcount={props.as === 'grid' ? items.length + 1 : undefined}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={activeItem === undefined ? undefined : id(activeItem)}
      onScroll={hold}
      onFocus={(event) => {
        if (at < 0 && last >= 0 && event.currentTarget.matches(':focus-visible')) props.onActive(0)
      }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        if (activeItem !== undefined && event.target === event.currentTarget) openMenu(event, activeItem)
      }}
    >
      {props.head?.content}
      <div
        style={{ height: list.getTotalSize() - headHeight, position: 'relative' }}
        role={props.as === 'grid' ? 'rowgroup' : 'presentation'}
      >
        {list.getVirtualItems().map((row) => {
          const item = items[row.index]!
          const branch = props.branch?.(item)
          return (
            <div
              key={row.key}
              id={id(item)}
              ref={exact ? undefined : list.measureElement}
              data-index={row.index}
              role={roles.item}
              aria-selected={props.selected(item)}
              aria-current={props.current?.(item) ? 'true' : undefined}
              {...(props.as === 'grid'
                ? { 'aria-rowindex': row.index + 2 }
                : props.as !== 'tree' && { 'aria-setsize': items.length, 'aria-posinset': row.index + 1 })}
              aria-level={branch?.level}
              aria-expanded={branch?.expanded}
              className={`list-row ${props.rowClass ?? ''}${row.index === at ? ' is-active' : ''}`}
              style={{
                transform: `translateY(${row.start - headHeight}px)`,
                ...(exact && { height: props.estimate })
              }}
              draggable={props.draggable !== undefined}
              onDragStart={(event) => props.draggable?.(item, event.dataTransfer)}
              onDragOver={(event) => {
                if (!props.drop?.takes(event.dataTransfer)) return
                event.preventDefault()
                // Without drawing anything anew, for each movement of the pointer.
                event.currentTarget.dataset['drop'] = sideOf(event)
              }}
              onDragLeave={(event) => delete event.currentTarget.dataset['drop']}
              onDrop={(event) => {
                delete event.currentTarget.dataset['drop']
                if (!props.drop?.takes(event.dataTransfer)) return
                event.preventDefault()
                event.stopPropagation()
                props.drop.onDrop(event.dataTransfer, row.index, sideOf(event))
              }}
              onClick={(event) => onClick(event, item, row.index)}
              onContextMenu={(event) => {
                event.stopPropagation()
                openMenu(event, item)
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
