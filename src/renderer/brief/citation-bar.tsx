import { NodeSelection } from '@tiptap/pm/state'
import { useEffect, useRef } from 'react'
import { RELATIONS, type Relation } from '../../shared/brief/brief.ts'
import { Button } from '../ui/button.tsx'
import { useEditor } from '../state/brief/editor.ts'
import { useOverlays } from './overlays.ts'

const WORDS: Record<Relation, string> = { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' }

/** A small bar at the selected citation: what it says about the statement, and taking it away. Enter leads into it. */
export function CitationBar() {
  const editor = useEditor((state) => state.editor)
  const citation = useOverlays((state) => state.citation)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!citation) return
    const onDown = (event: PointerEvent): void => {
      const inside = event.target instanceof Element && event.target.closest('.floating-bar, .brief-text')
      if (!inside) useOverlays.setState({ citation: null })
    }
    window.addEventListener('pointerdown', onDown)
    return () => window.removeEventListener('pointerdown', onDown)
  }, [citation])

  if (!editor?.isEditable || !citation) return null
  const set = (relation: Relation): void => {
    const tr = editor.state.tr.setNodeAttribute(citation.pos, 'relation', relation)
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, citation.pos)))
    useOverlays.setState({ citation: { ...citation, relation } })
  }
  return (
    <div
      ref={bar}
      className="floating-bar citation-bar"
      role="toolbar"
      aria-label="Citation"
      style={{ left: citation.left, top: citation.top }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus()
      }}
    >
      {RELATIONS.map((relation) => (
        <Button
          key={relation}
          className={`small${relation === citation.relation ? ' chosen' : ''}`}
          onPress={() => set(relation)}
          aria-label={relation === citation.relation ? `${WORDS[relation]}, chosen` : WORDS[relation]}
        >
          {WORDS[relation]}
        </Button>
      ))}
      <Button
        className="small"
        onPress={() => {
          editor.view.dispatch(editor.state.tr.delete(citation.pos, citation.pos + 1))
          editor.view.focus()
        }}
      >
        Remove
      </Button>
    </div>
  )
}
