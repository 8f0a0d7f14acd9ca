import type { WrittenDocument, WrittenPdf } from '../../shared/api/contract.ts'
import { PROVEN_FORMAT, type ExportFormat } from '../../shared/composition/export-formats.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog, showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, fileName, formatBytes } from '../ui/format.ts'
import { named } from './formats.ts'

/** What was written, and what to do with it. */
export function Done({ format, report }: { format: ExportFormat; report: WrittenPdf | WrittenDocument }) {
  const { place, path, sha256, bytes, redacted, findings } = report
  return (
    <Dialog
      title={`${named(format, redacted)} is written`}
      width={560}
      onClose={closeDialog}
      actions={
        <>
          {format.id === PROVEN_FORMAT && (
            <Button className="apart" onPress={() => showDialog({ kind: 'verify-pdf', file: { place, path } })}>
              Verify the PDF
            </Button>
          )}
          <Button look="outline" onPress={() => void ask('shell.show', { path: place })}>
            Show in folder
          </Button>
          <Button look="primary" autoFocus onPress={() => void ask('shell.open', { path: place })}>
            Open
          </Button>
        </>
      }
    >
      <p className="export-title">{fileName(path)}</p>
      {redacted && (
        <p className="notice">
          Redacted: it leaves out what this brief withholds, and was searched for it. Hand over this file alone; the
          case and other exports hold everything.
        </p>
      )}
      <dl className="facts">
        <dt>Place</dt>
        <dd>{path}</dd>
        <dt>Length</dt>
        <dd>
          {'pages' in report && `${count(report.pages, 'page')}, `}
          {formatBytes(bytes)}
        </dd>
        {'signature' in report && report.signature !== null && (
          <>
            <dt>Signature</dt>
            <dd>{fileName(report.signature)}, beside it. Pass on both files.</dd>
          </>
        )}
        {'page' in report && report.page !== null && (
          <>
            <dt>Page that checks it</dt>
            <dd>
              {fileName(report.page.path)}, beside it, with SHA-256 <code className="mono">{report.page.sha256}</code>
            </dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd>
          <code className="mono">{sha256}</code>
        </dd>
      </dl>
      {findings.length > 0 && <p className="notice">{count(findings.length, 'finding')} marked in print.</p>}
    </Dialog>
  )
}
