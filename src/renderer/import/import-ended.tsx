import type { ImportReport } from '../../shared/import/report.ts'
import { forgetEnded, needLook, showLastReport, wantText } from '../state/import/import.ts'
import { summaryWords } from '../state/import/import-items.ts'
import { useCase } from '../state/case/case.ts'
import { offerRecognition } from '../state/sources/recognition.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { count } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'

/** What came of an import of many files, with what can be done about it, until it is put away. */
export function ImportEnded({ report }: { report: ImportReport }) {
  // What was looked at meanwhile doesn't want a look any more.
  useCase((state) => state.sources)
  const doubtful = needLook(report)
  const textless = wantText(report)
  const { stopped, cancelled } = report
  return (
    <section className="import-strip" aria-label="Import">
      <b>{stopped ? 'Import stopped' : cancelled ? 'Import cancelled' : 'Import done'}</b>
      <span className="import-said" role={stopped ? 'alert' : undefined}>
        {stopped && `${stopped.message} `}
        {summaryWords(report)}.{(stopped ?? cancelled) && ' What was imported before stays in the case.'}
        {stopped && ' The import can be continued.'}
      </span>
      <Button look="outline" className="small" onPress={showLastReport}>
        Report
      </Button>
      {textless.length > 0 && (
        <Button
          look="outline"
          className="small"
          onPress={() => {
            forgetEnded()
            offerRecognition(textless)
          }}
        >
          Recognise the text of {count(textless.length, 'source')}…
        </Button>
      )}
      {doubtful.length > 0 && (
        <Button
          look="outline"
          className="small"
          onPress={() => {
            forgetEnded()
            showDialog({ kind: 'metadata', ids: doubtful })
          }}
        >
          Check the metadata of {count(doubtful.length, 'source')}…
        </Button>
      )}
      <IconButton label="Close what is told of the import" className="tight" onPress={forgetEnded}>
        <Icon name="close" />
      </IconButton>
    </section>
  )
}
