import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState } from 'react'
import { moveSection, outlineOf, type OutlineEntry } from '../state/brief/document.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { announce } from '../state/window/toasts.ts'
import { VirtualList } from '../ui/virtual-list.tsx'

/** How long after the last key the outline follows. */
const FOLLOW_MS = 200
const idOf = (entry: OutlineEntry): string => entry.id
const FORMAT = 'application/x-dossier-section'

/** Sections, statements and quotes of the open brief. Sections move with Alt+Shift+Up and Down or by dragging. */
export function Outline() {
  const editor = useEditor((state) => state.editor)
  if (!editor) return <p className="list-empty">Open or make a brief to see its outline.</p>
  return <OpenOutline key={editor.instanceId} editor={editor} />
}

function OpenOutline({ editor }: { editor: Editor }) {
  const [doc, setDoc] = useState(() => editor.state.doc)
  const [active, setActive] = useState(0)
  const entries = useMemo(() => outlineOf(doc), [doc])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onUpdate = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setDoc(editor.state.doc), FOLLOW_MS)
    }
    editor.on('update', onUpdate)
    return () => {
      clearTimeout(timer)
      editor.off('update', onUpdate)
    }
  }, [editor])

  const move = (from: number, to: number): void => {
    const tr = moveSection(editor.state, from, to)
    if (!tr) return
    editor.view.dispatch(tr)
    setDoc(editor.state.doc)
    setActive(outlineOf(editor.state.doc).findIndex((entry) => entry.kind === 'section' && entry.section === to))
    announce(`Section moved to place ${to + 1}.`)
  }
  return (
    <VirtualList
      label="Outline"
      items={entries}
      keyOf={idOf}
      estimate={30}
      rowClass="outline-row"
      active={active}
      onActive={setActive}
      onChoose={(entry) => revealNode(entry.id)}
      selected={() => false}
      onKey={(event, entry) => {
        if (!event.altKey || !event.shiftKey || entry.kind !== 'section') return
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        move(entry.section, entry.section + (event.key === 'ArrowUp' ? -1 : 1))
      }}
      draggable={(entry, data) => {
        data.setData(FORMAT, String(entry.section))
        data.effectAllowed = 'move'
      }}
      onDropOn={(event, index) => {
        const from = event.dataTransfer.getData(FORMAT)
        const target = entries[index]
        if (from === '' || !target) return
        event.preventDefault()
        event.stopPropagation()
        move(Number(from), target.section)
      }}
    >
      {(entry) => (
        <span className={`outline-${entry.kind}`}>
          {entry.kind === 'section' && <span className="outline-number">{entry.section + 1}</span>}
          <span className="outline-text">{entry.text || 'Untitled section'}</span>
        </span>
      )}
    </VirtualList>
  )
}
