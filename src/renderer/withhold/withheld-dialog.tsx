import type { Withheld } from '../../shared/brief/withheld.ts'
import { findNode } from '../state/brief/document.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { useBrief } from '../state/brief/brief.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog, showDialog } from '../state/window/dialogs.ts'
import { changeReason, stopWithholding } from '../state/brief/withheld.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { shorten } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { NearForms, useNearForms } from '../parts/near-forms.tsx'
import { ReasonSelect } from './reason-select.tsx'
import { RedactionPreview } from '../parts/redaction-preview.tsx'
import './withhold.css'

const KINDS: Record<Withheld['kind'], string> = {
  source: 'Source',
  words: 'Words, everywhere',
  passage: 'Passage'
}

/** All that redacted exports of the open brief leave out. `fromExport`: closing it leads back to the export. */
export function WithheldDialog({ fromExport }: { fromExport: boolean }) {
  const withheld = useBrief((state) => state.withheld)
  const readOnly = useCase((state) => state.readOnly)
  const close = (): void => (fromExport ? showDialog({ kind: 'export' }) : closeDialog())
  return (
    <Dialog
      title="Withheld in redacted exports"
      width={680}
      onClose={close}
      actions={
        <Button look="primary" autoFocus onPress={close}>
          {fromExport ? 'Back to the export' : 'Done'}
        </Button>
      }
    >
      {withheld.length === 0 ? (
        <p>
          Nothing yet. Select words in the brief and choose “Withhold the selected words…”, or withhold a statement from
          its menu, or a source from the library.
        </p>
      ) : (
        <>
          <ul className="plain-list withheld-list" aria-label="Withheld">
            {withheld.map((entry) => (
              <li key={entry.id}>
                <Words entry={entry} />
                <ReasonSelect
                  label="Reason"
                  value={entry.reason}
                  isDisabled={readOnly}
                  onChange={(reason) => void changeReason(entry.id, reason)}
                />
                <IconButton
                  label="Show it in redacted exports again"
                  isDisabled={readOnly}
                  onPress={() => void stopWithholding(entry.id)}
                >
                  <Icon name="close" />
                </IconButton>
              </li>
            ))}
          </ul>
          <RedactionPreview />
          <Near />
        </>
      )}
    </Dialog>
  )
}

function Near() {
  return <NearForms answer={useNearForms()} />
}

function Words({ entry }: { entry: Withheld }) {
  const sources = useCase((state) => state.sources)
  const editor = useEditor((state) => state.editor)
  if (entry.kind === 'source') {
    const row = sourceRow(sources, entry.sourceId)
    return <Told kind={KINDS.source} words={row ? `${row.key} · ${row.title}` : 'A source that isn’t in the case'} />
  }
  if (entry.kind === 'words') {
    const left = entry.left === undefined || entry.left.length === 0 ? null : entry.left.join('; ')
    return <Told kind={KINDS.words} words={entry.terms.join('; ')} left={left} />
  }
  const found = editor && findNode(editor.state.doc, entry.blockId)
  const words = entry.exact ?? found?.node.textContent ?? ''
  const kind = entry.exact === null ? 'Whole statement' : KINDS.passage
  if (!found) return <Told kind={`${kind} that isn’t in the brief any more`} words={words} />
  return (
    <Button
      className="place"
      onPress={() => {
        closeDialog()
        revealNode(entry.blockId)
      }}
    >
      <Told kind={kind} words={words} />
    </Button>
  )
}

function Told({ kind, words, left = null }: { kind: string; words: string; left?: string | null }) {
  return (
    <span className="finding">
      <span className="hint">{kind}</span>
      <span className="excerpt">{shorten(words, 140)}</span>
      {left !== null && <span className="hint">Like it, and left: {shorten(left, 140)}</span>}
    </span>
  )
}
