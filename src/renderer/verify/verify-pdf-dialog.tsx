import { ask } from '../state/window/bridge.ts'
import { closeDialog, showDialog, type Located } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { fileName } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import { PdfReportView } from './pdf-report-view.tsx'
import { reportText } from './report-text.ts'
import './verify.css'

/** Verifies a PDF from the file alone: takes one by a drop or by the system's dialog, and shows what was found. */
export function VerifyPdfDialog({ file }: { file: Located | null }) {
  return file === null ? <Asking /> : <Verifying {...file} />
}

async function choosePdf(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'verify-pdf' })
  if (chosen) showDialog({ kind: 'verify-pdf', file: { place: chosen.place, path: chosen.paths[0]! } })
}

function Asking() {
  return (
    <Dialog title="Verify a PDF" width={560} onClose={closeDialog}>
      <div className="drop-zone">
        <p className="drop-words">Drop a PDF here</p>
        <Button look="primary" autoFocus onPress={() => void choosePdf()}>
          Choose a PDF…
        </Button>
      </div>
      <p className="hint">
        A PDF that Dossier exported carries the proof of its quotes. It is checked on this machine; nothing of it is
        imported, changed or sent anywhere.
      </p>
    </Dialog>
  )
}

function Verifying({ place, path }: Located) {
  const answer = useRequest('verify.pdf', { path: place })
  const report = answer.phase === 'answered' ? answer.value : null
  const copy = (): void => {
    if (!report) return
    navigator.clipboard.writeText(reportText(report, fileName(path))).then(
      () => showMessage('The report is on the clipboard.'),
      () => showMessage('The clipboard can’t be reached, so the report was not copied.')
    )
  }
  return (
    <Dialog
      title="Verify a PDF"
      width={720}
      onClose={closeDialog}
      actions={
        <>
          <Button className="apart" onPress={() => void choosePdf()}>
            Another PDF…
          </Button>
          <Button look="outline" isDisabled={report === null} onPress={copy}>
            Copy the report
          </Button>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p className="path">{fileName(path)}</p>
      <Asked answer={answer} asking="Reading the PDF and comparing its quotes…" />
      {report && <PdfReportView report={report} />}
    </Dialog>
  )
}
