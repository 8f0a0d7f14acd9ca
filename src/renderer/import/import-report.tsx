import type { ImportItem, ImportReport } from '../../shared/api/contract.ts'
import { closeDialog, showDialog } from '../state/dialogs.ts'
import { needLook } from '../state/import.ts'
import { revealPane } from '../state/layout.ts'
import { openSource } from '../state/reader.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, fileName, formatDate } from '../ui/format.ts'

const STATES = {
  imported: { word: '✓ imported', look: 'intact' },
  duplicate: { word: '= there already', look: 'normalised' },
  failed: { word: '! failed', look: 'missing' },
  reference: { word: '✓ references', look: 'intact' }
} as const

/** What became of each file of an import. */
export function ImportReportDialog({ report }: { report: ImportReport }) {
  const of = (status: ImportItem['status']) => report.items.filter((item) => item.status === status)
  const doubtful = needLook(report)
  const summary = [
    `${of('imported').length} imported`,
    of('duplicate').length > 0 && `${of('duplicate').length} there already`,
    of('failed').length > 0 && `${of('failed').length} failed`
  ]
  return (
    <Dialog
      title={report.cancelled ? 'Import cancelled' : 'Import'}
      width={680}
      onClose={closeDialog}
      actions={
        doubtful.length > 0 ? (
          <>
            <Button look="outline" onPress={closeDialog}>
              Later
            </Button>
            <Button look="primary" autoFocus onPress={() => showDialog({ kind: 'metadata', ids: doubtful })}>
              Check the metadata of {count(doubtful.length, 'source')}…
            </Button>
          </>
        ) : (
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        )
      }
    >
      <p>
        {summary.filter(Boolean).join(', ')}.{report.cancelled && ' What was imported before stays in the case.'}
      </p>
      <ul className="plain-list">
        {[...of('failed'), ...of('duplicate'), ...of('imported')].map((item, index) => (
          <Line key={`${item.path} ${index}`} item={item} />
        ))}
      </ul>
    </Dialog>
  )
}

function Line({ item }: { item: ImportItem }) {
  const { word, look } = STATES[item.status]
  const facts = [item.publisher, item.published && formatDate(item.published)].filter(Boolean).join(' · ')
  const { id } = item
  return (
    <li className="import-line">
      <span>
        <span className={`state ${look}`}>{word}</span>
      </span>
      <span className="import-name" title={item.path}>
        {item.title ?? fileName(item.path)}
      </span>
      {item.status === 'failed' && <span>{item.error?.message}</span>}
      {item.status !== 'failed' && (
        <span>
          {item.status === 'duplicate'
            ? `The same bytes are in the case as ${item.key}. `
            : `${[item.key, facts].filter(Boolean).join(' · ')} `}
          {id !== null && (
            <Button
              className="link small"
              onPress={() => {
                closeDialog()
                revealPane('reader')
                void openSource(id)
              }}
            >
              Show
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
