import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useInReader, useOwnReader } from '../state/sources/readers.ts'
import { closeTab, showTabOf } from '../state/sources/tabs.ts'
import { Icon } from '../ui/icon.tsx'
import './tab-row.css'

/** The tabs of the sources that are open at a side; none while that is one alone. */
export function TabRow() {
  const reader = useOwnReader()
  const { ids } = useInReader((state) => state.tabs)
  const shown = useInReader((state) => state.sourceId)
  const sources = useCase((state) => state.sources)
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown, ids])
  if (ids.length < 2) return null

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string): void => {
    const tabs = [...row.current!.querySelectorAll<HTMLElement>('[role="tab"]')]
    const at = tabs.indexOf(event.currentTarget)
    const to: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
    if (event.key === 'Enter' || event.key === ' ') showTabOf(reader, id)
    else if (event.key === 'Delete' || event.key === 'Backspace') closeTab(reader, id)
    else if (to[event.key] !== undefined) tabs[(to[event.key]! + tabs.length) % tabs.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="tab-row" role="tablist" aria-label="Open sources" ref={row}>
      {ids.map((id) => {
        const source = sourceRow(sources, id)
        const title = source?.title ?? 'A source that is gone'
        const close = (event: MouseEvent): void => {
          event.preventDefault()
          event.stopPropagation()
          closeTab(reader, id)
        }
        return (
          <div
            key={id}
            className="source-tab"
            role="tab"
            aria-selected={id === shown}
            aria-label={`${source?.key ?? ''} ${title}`}
            title={title}
            tabIndex={id === shown ? 0 : -1}
            onClick={() => showTabOf(reader, id)}
            onMouseDown={(event) => {
              // No scrolling by the middle button here.
              if (event.button === 1) event.preventDefault()
            }}
            onAuxClick={(event) => event.button === 1 && close(event)}
            onKeyDown={(event) => onKeyDown(event, id)}
          >
            <span className="source-tab-title" dir="auto">
              {title}
            </span>
            {/* By the keyboard Delete and a command do it. */}
            <span className="source-tab-close" aria-hidden="true" onClick={close}>
              <Icon name="close" />
            </span>
          </div>
        )
      })}
    </div>
  )
}
