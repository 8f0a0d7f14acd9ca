import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { useBrief } from '../state/brief/brief.ts'
import { moveSection, outlineOf, sectionAt } from '../state/brief/document.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { blockOf, movedById, moveBlocks, placeAt } from '../state/brief/moving.ts'
import { fold, outlineRows, useFolded, type OutlineRow } from '../state/brief/outline.ts'
import { readPart, writePart } from '../state/window/drag.ts'
import { announce } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { VirtualList, type Side } from '../ui/virtual-list.tsx'

/** How long after the last key the outline follows. */
const FOLLOW_MS = 200
const idOf = (row: OutlineRow): string => row.id

/** Sections, statements and quotes of the open brief. Sections fold; they and blocks move with Alt+Up and Down or by dragging. */
export function Outline() {
  const editor = useEditor((state) => state.editor)
  if (!editor) return <p className="list-empty">Open or make a brief to see its outline.</p>
  return <OpenOutline key={editor.instanceId} editor={editor} />
}

/** The document and the section with the caret, as both were a moment ago. */
function useFollowed(editor: Editor) {
  const now = () => ({ doc: editor.state.doc, section: sectionAt(editor.state.selection.$from).index })
  const [followed, setFollowed] = useState(now)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setFollowed(now()), FOLLOW_MS)
    }
    editor.on('update', soon)
    editor.on('selectionUpdate', soon)
    return () => {
      clearTimeout(timer)
      editor.off('update', soon)
      editor.off('selectionUpdate', soon)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it reads nothing but the editor
  }, [editor])
  return { ...followed, follow: () => setFollowed(now()) }
}

function useUnsupported(): ReadonlySet<string> {
  const findings = useBrief((state) => state.check?.findings)
  return useMemo(() => {
    const found = findings?.filter(({ code, nodeId }) => code === 'unsupported-statement' && nodeId !== null) ?? []
    return new Set(found.map(({ nodeId }) => nodeId!))
  }, [findings])
}

function OpenOutline({ editor }: { editor: Editor }) {
  const { doc, section, follow } = useFollowed(editor)
  const folded = useFolded((state) => state.folded)
  const unsupported = useUnsupported()
  const [activeId, setActiveId] = useState<string | null>(null)
  const entries = useMemo(() => outlineOf(doc), [doc])
  const rows = useMemo(() => outlineRows(entries, folded, unsupported), [entries, folded, unsupported])
  const active = Math.max(
    0,
    rows.findIndex((row) =>
      activeId === null ? row.kind === 'section' && row.section === section : row.id === activeId
    )
  )
  const sectionRow = (index: number): OutlineRow | undefined =>
    rows.find((row) => row.kind === 'section' && row.section === index)

  const take = (tr: Transaction | null, id: string, words: string): void => {
    if (!tr || !editor.isEditable) return
    editor.view.dispatch(tr)
    follow()
    setActiveId(id)
    announce(words)
  }
  const moveSectionTo = (row: Pick<OutlineRow, 'id' | 'section'>, to: number): void =>
    take(moveSection(editor.state, row.section, to), row.id, `Section moved to place ${to + 1}.`)
  const step = (row: OutlineRow, by: 1 | -1): void => {
    if (row.kind === 'section') return moveSectionTo(row, row.section + by)
    take(movedById(editor.state, row.id, by), row.id, by === 1 ? 'Moved down.' : 'Moved up.')
  }
  const onDrop = (data: DataTransfer, index: number, side: Side): void => {
    const target = rows[index]
    const part = readPart(data)
    if (!target || !part?.id) return
    if (part.kind === 'block') {
      const blocks = blockOf(editor.state.doc, part.id)
      const place = placeAt(editor.state.doc, target.id, side)
      if (blocks && place !== null) take(moveBlocks(editor.state, blocks, place), part.id, 'The block was moved.')
      return
    }
    const from = entries.find(({ id }) => id === part.id)?.section
    if (from === undefined) return
    const to = target.kind === 'section' && side === 'before' ? target.section : target.section + 1
    moveSectionTo({ id: part.id, section: from }, to > from ? to - 1 : to)
  }
  const onKey = (event: KeyboardEvent, row: OutlineRow, index: number): void => {
    const { key } = event
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault()
      step(row, key === 'ArrowUp' ? -1 : 1)
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (key === 'ArrowLeft') {
      event.preventDefault()
      if (row.expanded) fold([row.id], true)
      else if (row.kind !== 'section') setActiveId(sectionRow(row.section)?.id ?? null)
    } else if (key === 'ArrowRight') {
      event.preventDefault()
      if (row.expanded === false) fold([row.id], false)
      else if (row.expanded) setActiveId(rows[index + 1]?.id ?? row.id)
    }
  }
  return (
    <>
      <OutlineBar rows={rows} unsupported={entries.filter(({ id }) => unsupported.has(id)).map(({ id }) => id)} />
      <VirtualList
        label="Outline"
        as="tree"
        items={rows}
        keyOf={idOf}
        estimate={28}
        rowClass="outline-row"
        active={active}
        onActive={(index) => setActiveId(rows[index]!.id)}
        onChoose={(row) => revealNode(row.id)}
        branch={({ kind, expanded }) => ({
          level: kind === 'section' ? 1 : 2,
          ...(expanded === null ? {} : { expanded })
        })}
        selected={() => false}
        current={(row) => row.kind === 'section' && row.section === section}
        onKey={onKey}
        draggable={({ id, kind }, data) => writePart(data, { kind: kind === 'section' ? 'section' : 'block', id })}
        drop={{ takes: (data) => readPart(data) !== null, onDrop }}
      >
        {(row) => <Row row={row} />}
      </VirtualList>
    </>
  )
}

/** Folds all sections or none, and goes from one unsupported statement to the next. */
function OutlineBar({ rows, unsupported }: { rows: readonly OutlineRow[]; unsupported: readonly string[] }) {
  const [last, setLast] = useState<string | null>(null)
  const sections = rows.filter(({ expanded }) => expanded !== null)
  const away = sections.some(({ expanded }) => expanded)
  const goOn = (): void => {
    const next = unsupported[(unsupported.indexOf(last ?? '') + 1) % unsupported.length]!
    setLast(next)
    revealNode(next)
  }
  return (
    <div className="list-info outline-bar">
      {unsupported.length > 0 ? (
        <Button className="small status warn" onPress={goOn}>
          {count(unsupported.length, 'statement')} unsupported
        </Button>
      ) : (
        <span />
      )}
      {sections.length > 0 && (
        <Button
          className="small"
          onPress={() =>
            fold(
              sections.map(({ id }) => id),
              away
            )
          }
        >
          {away ? 'Fold all' : 'Unfold all'}
        </Button>
      )}
    </div>
  )
}

function Row({ row }: { row: OutlineRow }) {
  const isSection = row.kind === 'section'
  return (
    <span className={`outline-${row.kind}`}>
      {isSection && (
        // For the pointer; the arrow keys do the same.
        <span
          className={`outline-fold${row.expanded === null ? ' is-empty' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            if (row.expanded === null) return
            event.stopPropagation()
            fold([row.id], row.expanded)
          }}
        >
          <Icon name={row.expanded ? 'down' : 'right'} />
        </span>
      )}
      {isSection && <span className="outline-number">{row.section + 1}</span>}
      <span className="outline-text">{row.text || 'Untitled section'}</span>
      {row.unsupported > 0 && (
        <span className="outline-flag">
          <Icon name="warn" />
          {isSection ? (
            <>
              {row.unsupported.toLocaleString('en-GB')}
              <span className="hidden-text"> unsupported</span>
            </>
          ) : (
            <span className="hidden-text">Unsupported</span>
          )}
        </span>
      )}
    </span>
  )
}
