import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  currentIn,
  useSuggestions,
  type SuggestedDate,
  type SuggestedName,
  type SuggestedQuote
} from '../state/sources/suggestions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { formatDate } from '../ui/format.ts'
import { answerSuggestion, offsetUnder } from './suggested.ts'
import type { TextView } from './text/text-view.ts'
import './suggestion-bar.css'

/** What is known of the suggestion that one is at, and what can be done with it, above its first line. */
export function SuggestionBar(props: { view: TextView; scroller: HTMLElement | null; sourceId: string }) {
  const { view, scroller, sourceId } = props
  const current = useSuggestions((state) => currentIn(state, sourceId))
  if (!current || !scroller) return null
  return <Bar key={current.start} view={view} scroller={scroller} sourceId={sourceId} one={current} />
}

function Bar(props: { view: TextView; scroller: HTMLElement; sourceId: string; one: SuggestedQuote }) {
  const { view, scroller, sourceId, one } = props
  const bar = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = (): void => {
      const rect = view.rectOf(one)
      if (bar.current && rect) putAt(bar.current, scroller, rect)
    }
    place()
    // Its paragraph may only just be drawn, and is then scrolled to.
    const frame = requestAnimationFrame(place)
    return () => cancelAnimationFrame(frame)
  }, [view, scroller, one])
  const via = one.attribution.slice(0, -1)
  return (
    <div
      ref={bar}
      className="floating-bar suggestion-bar"
      role="toolbar"
      aria-label="Suggested quote"
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="suggestion-who" dir="auto">
        {one.speaker === null ? <span className="unset">Speaker not sure</span> : <b>{one.speaker}</b>}
        {one.isUnsure && one.speaker !== null && <span className="unset">, perhaps</span>}
        {one.cue !== null && <span className="suggestion-cue"> “{one.cue}”</span>}
        {via.length > 0 && <span className="suggestion-via">{via.join(' → ')}</span>}
      </span>
      <Button look="primary" onPress={() => answerSuggestion('accept')}>
        Quote <kbd aria-hidden="true">Enter</kbd>
      </Button>
      <Button onPress={() => answerSuggestion('decline')}>
        Not this <kbd aria-hidden="true">Del</kbd>
      </Button>
      <Button onPress={() => showDialog({ kind: 'suggestions', sourceId })}>All…</Button>
    </div>
  )
}

const ROOM_ABOVE = 52

function putAt(bar: HTMLElement, scroller: HTMLElement, rect: DOMRect): void {
  const pane = scroller.getBoundingClientRect()
  const above = rect.top - pane.top > ROOM_ABOVE
  const top = above ? rect.top - bar.offsetHeight - 6 : rect.bottom + 8
  const room = scroller.clientWidth - bar.offsetWidth - 8
  bar.style.top = `${top - pane.top + scroller.scrollTop}px`
  bar.style.left = `${Math.max(8, Math.min(rect.left - pane.left, room))}px`
}

const KIND_NAMES = { person: 'Person', organisation: 'Organisation', place: 'Place' } as const

/** What is told of an underlined range: what it is, and by which rule. */
interface Told {
  start: number
  end: number
  what: string
  rule: string
}

function tellAll(names: readonly SuggestedName[], dates: readonly SuggestedDate[]): Told[] {
  return [
    ...names.map(({ start, end, full, kind, rule }) => ({
      ...{ start, end, what: full },
      rule: `${KIND_NAMES[kind]}, because ${rule}.`
    })),
    ...dates.map(({ start, end, from, to, approximate, rule }) => ({
      ...{ start, end, rule },
      what: `${approximate ? 'about ' : ''}${from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`}`
    }))
  ].sort((a, b) => a.start - b.start)
}

/** Tells of the underlined name or date under the pointer, else of those in the sentence at the cursor, what it is and by which rule. */
export function UnderlineTip(props: {
  view: TextView
  scroller: HTMLElement | null
  names: readonly SuggestedName[]
  dates: readonly SuggestedDate[]
  cursor: { start: number; end: number } | null
}) {
  const { view, scroller, names, dates, cursor } = props
  const all = useMemo(() => tellAll(names, dates), [names, dates])
  const [under, setUnder] = useState<Told | null>(null)
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!scroller || all.length === 0) return
    let due = 0
    const onMove = (event: PointerEvent): void => {
      cancelAnimationFrame(due)
      due = requestAnimationFrame(() => {
        const offset = offsetUnder(view, event)
        setUnder(offset === null ? null : (all.find(({ start, end }) => start <= offset && offset < end) ?? null))
      })
    }
    const onLeave = (): void => setUnder(null)
    scroller.addEventListener('pointermove', onMove)
    scroller.addEventListener('pointerleave', onLeave)
    return () => {
      cancelAnimationFrame(due)
      scroller.removeEventListener('pointermove', onMove)
      scroller.removeEventListener('pointerleave', onLeave)
      setUnder(null)
    }
  }, [view, scroller, all])
  const told = useMemo(() => {
    if (under) return [under]
    return cursor === null ? [] : all.filter(({ start, end }) => start >= cursor.start && end <= cursor.end)
  }, [under, cursor, all])
  const [first] = told
  useLayoutEffect(() => {
    const rect = first && view.rectOf(first)
    if (tip.current && scroller && rect) putAt(tip.current, scroller, rect)
  }, [view, scroller, first, told])
  if (told.length === 0) return null
  return (
    <div ref={tip} className="floating-bar name-tip" role={under ? 'tooltip' : 'status'}>
      {told.map(({ start, what, rule }) => (
        <div key={start}>
          <b dir="auto">{what}</b> {rule}
        </div>
      ))}
    </div>
  )
}
