import { useEffect, useState } from 'react'
import type { Failure } from '../../shared/api/errors.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import { request } from '../state/bridge.ts'
import { closeDialog } from '../state/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, fileName } from '../ui/format.ts'
import { StateChip } from '../ui/state-chip.tsx'
import './verify.css'

/** Verifies a PDF from the PDF alone and shows what became of each quote. */
export function PdfReportDialog({ path }: { path: string }) {
  const [report, setReport] = useState<PdfReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    void request('verify.pdf', { path }).then((result) => {
      if (result.ok) setReport(result.value)
      else setFailure(result.error)
    })
  }, [path])
  const bad = report?.quotes.filter((quote) => quote.state !== 'verbatim').length ?? 0
  return (
    <Dialog
      title="Verify a PDF"
      width={680}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <p className="path">{fileName(path)}</p>
      {!report && !failure && <p role="status">Reading the PDF and comparing its quotes…</p>}
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {report && (
        <>
          <h3>{report.title}</h3>
          <p className={`verify-sum ${report.ok ? 'good' : 'bad'}`} role="status">
            {report.ok
              ? `✓ Verified: ${count(report.quotes.length, 'quote')} as the sources have them.`
              : bad > 0
                ? `${count(bad, 'quote')} of ${report.quotes.length} not verbatim.`
                : 'The proof does not hold.'}
          </p>
          {report.problems.map((problem) => (
            <p key={problem} className="failure">
              {problem}
            </p>
          ))}
          <ul className="plain-list">
            {[...report.quotes]
              .sort((a, b) => Number(a.state === 'verbatim') - Number(b.state === 'verbatim'))
              .map((quote, index) => (
                <li key={index} className="finding">
                  <span>
                    <StateChip state={quote.state} />{' '}
                    <span className="hint">
                      {quote.page !== null && `page ${quote.page} · `}
                      {quote.source}
                    </span>
                  </span>
                  <span className="excerpt">{quote.exact}</span>
                  {quote.reason && <span className="finding-why">{quote.reason}</span>}
                </li>
              ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
