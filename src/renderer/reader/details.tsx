import { useState } from 'react'
import { gradingWords } from '../../shared/source/grading.ts'
import type { Source } from '../../shared/source/source.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { useOwnReader } from '../state/sources/readers.ts'
import { updateSource } from '../state/sources/sources.ts'
import { withheldSource } from '../state/brief/withheld.ts'
import { withholdSource } from '../state/brief/withhold-choice.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { formatMoment } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { TlpSelect } from '../ui/tlp.tsx'
import { MetadataForm } from '../parts/metadata/metadata-form.tsx'
import { Related } from './related.tsx'
import { Tags } from './tags.tsx'
import './details.css'

/** The panel beside the text: what is known of the source, where each value was found, and what else could be meant. */
export function Details({ source }: { source: Source }) {
  const reader = useOwnReader()
  const readOnly = useCase((state) => state.readOnly)
  const briefShown = useBrief((state) => state.phase === 'shown')
  const withheld = useBrief((state) => withheldSource(state.withheld, source.id) !== undefined)
  const [note, setNote] = useState(source.note)
  const { sha256 } = source.original
  return (
    <aside className="details" aria-label="Details">
      <header>
        <h2>Details</h2>
        <IconButton label="Close the details" onPress={() => reader.setState({ details: false })}>
          <Icon name="close" />
        </IconButton>
      </header>
      {source.text.notice && <p className="notice">{source.text.notice}</p>}
      <Tags source={source} readOnly={readOnly} />
      <section className="details-part">
        <TextField
          label="Note"
          value={note}
          rows={3}
          isReadOnly={readOnly}
          onChange={setNote}
          onBlur={() => {
            if (note !== source.note) void updateSource(source.id, { metadata: {}, note })
          }}
        />
        <TlpSelect
          label="Handling of this source"
          value={source.tlp}
          unset="As the case"
          isDisabled={readOnly}
          onChange={(tlp) => void updateSource(source.id, { metadata: {}, tlp })}
        />
        <Grade source={source} readOnly={readOnly} />
        {briefShown && (
          <Checkbox
            label="Withhold in redacted exports"
            hint="Of the open brief, which then show its number alone"
            isSelected={withheld}
            isDisabled={readOnly}
            onChange={() => withholdSource(source.id)}
          />
        )}
      </section>
      <MetadataForm source={source} readOnly={readOnly} />
      <Related source={source} />
      <section className="details-part">
        <h3>Original</h3>
        <dl>
          <dt>File</dt>
          <dd>{source.original.name}</dd>
          {source.container && (
            <>
              <dt>From</dt>
              <dd>
                {source.container.name} › {source.container.path}
              </dd>
            </>
          )}
          <dt>Kind</dt>
          <dd>
            {source.original.mediaType}, {source.original.bytes.toLocaleString('en-GB')} bytes
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code className="mono">{sha256}</code>
            <IconButton
              label="Copy the SHA-256"
              className="tight"
              onPress={() => {
                navigator.clipboard.writeText(sha256).then(
                  () => showMessage('The SHA-256 is on the clipboard.'),
                  () => showMessage(`The clipboard can't be reached. SHA-256: ${sha256}`)
                )
              }}
            >
              <Icon name="copy" />
            </IconButton>
          </dd>
          <dt>Imported</dt>
          <dd>{formatMoment(source.importedAt)}</dd>
          <dt>Text by</dt>
          <dd>{source.text.extractor}</dd>
        </dl>
      </section>
    </aside>
  )
}

/** How the source is graded, and why. */
function Grade({ source, readOnly }: { source: Source; readOnly: boolean }) {
  const { grading } = source
  const reasons = new Set([grading?.reliabilityReason, grading?.credibilityReason].filter((reason) => reason))
  return (
    <div className="details-grade">
      <span>
        <span className="details-grade-name">Grade</span>
        {grading === null ? <span className="unset">Not graded</span> : gradingWords(grading)}
      </span>
      <Button
        look="outline"
        className="small"
        isDisabled={readOnly}
        onPress={() => showDialog({ kind: 'grade', subject: { of: 'source', id: source.id } })}
      >
        Grade…
      </Button>
      {[...reasons].map((reason) => (
        <span key={reason} className="hint" dir="auto">
          {reason}
        </span>
      ))}
    </div>
  )
}
