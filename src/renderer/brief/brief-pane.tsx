import { useEffect, useRef } from 'react'
import { flushBrief, openBrief, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useLayout } from '../state/window/layout.ts'
import { Button } from '../ui/button.tsx'
import { formatDate } from '../ui/format.ts'
import { TlpChip } from '../ui/tlp.tsx'
import { BriefBar } from './brief-bar.tsx'
import { CitationBar } from './citation-bar.tsx'
import { useEditor } from '../state/brief/editor.ts'
import { FindBar } from './find-bar.tsx'
import { useFind } from './find-state.ts'
import { PickerList } from './picker-list.tsx'
import { StatementFacts } from './statement-facts.tsx'
import './sheet.css'
import './statement.css'
import './blocks.css'
import './marks.css'

/** The brief: its bar, what stands above the sections, and the text. */
export function BriefPane() {
  const phase = useBrief((state) => state.phase)
  const finding = useFind((state) => state.shown)
  return (
    <section className="pane brief-pane" aria-label="Brief" data-pane="brief" tabIndex={-1}>
      <BriefBar />
      {phase === 'shown' && finding && <FindBar />}
      {phase === 'shown' && <Sheet />}
      {phase === 'none' && <NoBrief />}
      {phase === 'loading' && <p className="pane-note">Opening the brief…</p>}
      {phase === 'failed' && <FailedBrief />}
    </section>
  )
}

function Sheet() {
  const fields = useBrief((state) => state.fields)
  const host = useEditor((state) => state.host)
  const readOnly = useCase((state) => state.readOnly)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!host || !element) return
    element.append(host)
    return () => host.remove()
  }, [host])
  useEffect(() => {
    const onBlur = (): void => void flushBrief()
    window.addEventListener('blur', onBlur)
    return () => window.removeEventListener('blur', onBlur)
  }, [])
  if (!fields) return null
  return (
    <div className="scroll sheet-scroll">
      <div className="sheet">
        <h1 className="sheet-title">{fields.title || 'Untitled brief'}</h1>
        <p className="sheet-by">
          {[fields.author || 'No author', formatDate(fields.date, 'long')].join(' · ')} <TlpChip tlp={fields.tlp} />
          <Button className="link small" isDisabled={readOnly} onPress={() => showDialog({ kind: 'brief-fields' })}>
            Edit
          </Button>
        </p>
        <div ref={place} />
      </div>
      <PickerList />
      <CitationBar />
      <StatementFacts />
    </div>
  )
}

function NoBrief() {
  const readOnly = useCase((state) => state.readOnly)
  const isRestored = useLayout((state) => state.isRestored)
  if (!isRestored) return null
  return (
    <div className="pane-empty">
      <h2>No brief yet</h2>
      <p>Start from a template: bottom line, key judgements, facts, chronology, gaps.</p>
      <Button look="primary" isDisabled={readOnly} onPress={() => showDialog({ kind: 'new-brief' })}>
        New brief
      </Button>
    </div>
  )
}

function FailedBrief() {
  const { failure, id } = useBrief()
  return (
    <div className="pane-empty" role="alert">
      <h2>The brief could not be opened</h2>
      <p>{failure?.message}</p>
      <Button look="outline" onPress={() => id !== null && void openBrief(id)}>
        Try again
      </Button>
    </div>
  )
}
