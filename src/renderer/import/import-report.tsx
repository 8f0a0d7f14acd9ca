import { sourceRow, useCase } from '../state/case/case.ts'
import { useDeferredValue, useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ImportItem, ImportReport } from '../../shared/import/report.ts'
import { Facts } from '../ui/facts.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { ask } from '../state/window/bridge.ts'
import { closeDialog, showDialog } from '../state/window/dialogs.ts'
import { needLook } from '../state/import/import.ts'
import { showPassage } from '../state/sources/reader.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, formatPublished } from '../ui/format.ts'
import {
  countResults,
  failedPaths,
  linesOf,
  narrowLines,
  placeOf,
  narrowingResults,
  relatedWords,
  RESULT_NAMES,
  summaryWords,
  type Line,
  type Result
} from '../state/import/import-items.ts'
import './import.css'

const STATES = {
  imported: { word: '✓ imported', look: 'intact' },
  duplicate: { word: '= there already', look: 'unknown' },
  failed: { word: '! failed', look: 'missing' },
  'passed-over': { word: '– passed over', look: 'unknown' },
  reference: { word: '✓ references', look: 'unknown' }
} as const

/** What became of each file of an import. */
export function ImportReportDialog({ report }: { report: ImportReport }) {
  const [doubtful] = useState(() => needLook(report))
  const failed = countResults(report).failed
  return (
    <Dialog
      title={report.stopped ? 'Import stopped' : report.cancelled ? 'Import cancelled' : 'Import'}
      width={760}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart row">
            <Button look="outline" onPress={() => void saveReport(report)}>
              Save report…
            </Button>
            {failed > 0 && (
              <Button look="outline" onPress={() => copyFailed(report)}>
                Copy failed paths
              </Button>
            )}
          </span>
          {doubtful.length === 0 ? (
            <Button look="primary" autoFocus onPress={closeDialog}>
              Done
            </Button>
          ) : (
            <>
              <Button look="outline" onPress={closeDialog}>
                Later
              </Button>
              <Button look="primary" autoFocus onPress={() => showDialog({ kind: 'metadata', ids: doubtful })}>
                Check the metadata of {count(doubtful.length, 'source')}…
              </Button>
            </>
          )}
        </>
      }
    >
      {report.stopped && (
        <p className="failure" role="alert">
          {report.stopped.message} What was imported before stays in the case, and the import can be continued.
        </p>
      )}
      <p>
        {summaryWords(report)}.{report.cancelled && !report.stopped && ' What was imported before stays in the case.'}
      </p>
      {report.items.length > 0 && <Items report={report} />}
    </Dialog>
  )
}

/** Up to so many lines there is nothing to look for. */
const FEW = 8

function Items({ report }: { report: ImportReport }) {
  const lines = useMemo(() => linesOf(report), [report])
  const counts = useMemo(() => countResults(report), [report])
  const [result, setResult] = useState<Result>('all')
  const [filter, setFilter] = useState('')
  const [active, setActive] = useState(0)
  const sought = useDeferredValue(filter)
  const shown = useMemo(() => narrowLines(lines, result, sought), [lines, result, sought])
  const results = narrowingResults(counts)
  const line = shown[Math.min(active, shown.length - 1)]
  return (
    <div className="report">
      {(lines.length > FEW || results.length > 1) && (
        <div className="report-narrow">
          <ToggleButtonGroup
            className="choice-row"
            aria-label="Show"
            disallowEmptySelection
            selectedKeys={[result]}
            onSelectionChange={(keys) => {
              setResult([...keys][0] as Result)
              setActive(0)
            }}
          >
            {results.map((name) => (
              <ToggleButton key={name} id={name} className="button choice">
                {RESULT_NAMES[name]} <span>{counts[name].toLocaleString('en-GB')}</span>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {lines.length > FEW && <FilterField label="Filter the report" value={filter} onChange={setFilter} />}
        </div>
      )}
      {shown.length === 0 ? (
        <p className="list-empty" role="status">
          Nothing fits “{filter}”.
        </p>
      ) : (
        <VirtualList
          label="Files"
          className="report-list"
          items={shown}
          keyOf={keyOfLine}
          estimate={60}
          active={active}
          arrangement={`${result} ${sought}`}
          onActive={setActive}
          onChoose={({ item }, _index, by) => {
            if (by === 'key') show(item)
          }}
          selected={(candidate) => candidate === line}
          rowClass="report-line"
        >
          {({ item }) => <ReportLine item={item} />}
        </VirtualList>
      )}
      {line && <About item={line.item} />}
    </div>
  )
}

const keyOfLine = (line: Line): string => line.id

function ReportLine({ item }: { item: ImportItem }) {
  const { word, look } = STATES[item.status]
  const doubtful = useCase((state) => sourceRow(state.sources, item.id)?.doubtful) ?? []
  const day = formatPublished({ published: item.published, doubtful })
  const isPassedOver = item.status === 'passed-over'
  const remarks = [isPassedOver ? null : item.notice, ...relatedWords(item.related)].filter(Boolean)
  return (
    <>
      <span>
        <span className={`state ${look}`}>{word}</span>
      </span>
      <span className="report-words">
        <b dir="auto">{item.title ?? placeOf(item.path).name}</b>
        {item.status === 'failed' && <span className="failed">{item.error?.message}</span>}
        {isPassedOver && <span>{item.notice}</span>}
        {item.status === 'duplicate' && <span>The same bytes are in the case as {item.key}.</span>}
        {item.status === 'imported' && (
          <span>
            <Facts of={[item.key, item.publisher, day]} />
          </span>
        )}
        {remarks.length > 0 && <span className="remark">{remarks.join(' · ')}</span>}
      </span>
    </>
  )
}

/** Sources with which a line offers to compare; the rest stand in the source's details. */
const COMPARED = 3

/** The line that the list is at: where it was, and what can be done with it. An item of a list may hold no buttons. */
function About({ item }: { item: ImportItem }) {
  const { around, name } = placeOf(item.path)
  const { id, related } = item
  return (
    <div className="report-about" role="group" aria-label="This file">
      <p className="path" title={item.path}>
        <b>{name}</b>
        {around.length > 0 && ` from ${around.join(' › ')}`}
      </p>
      <div className="row">
        {id !== null && (
          <Button look="outline" className="small" onPress={() => show(item)}>
            Show {item.key}
          </Button>
        )}
        {id !== null &&
          related.slice(0, COMPARED).map((other) => (
            <Button
              key={other.id}
              look="outline"
              className="small"
              onPress={() => showDialog({ kind: 'compare', a: id, b: other.id, relation: other.kind })}
            >
              Compare with {other.key}
            </Button>
          ))}
        {related.length > COMPARED && (
          <span className="hint">{(related.length - COMPARED).toLocaleString('en-GB')} more in its details</span>
        )}
      </div>
    </div>
  )
}

function show({ id }: ImportItem): void {
  if (id === null) return
  closeDialog()
  void showPassage({ sourceId: id }, 'library')
}

async function saveReport({ startedAt }: ImportReport): Promise<void> {
  const suggestedName = `Import report ${startedAt.slice(0, 10)}`
  const chosen = await ask('dialog.choose', { purpose: 'save-import-report', suggestedName })
  if (chosen && (await ask('import.saveReport', { path: chosen.place })) !== null) showMessage('The report is saved.')
}

function copyFailed(report: ImportReport): void {
  const paths = failedPaths(report)
  navigator.clipboard.writeText(paths).then(
    () => showMessage(`${count(paths.split('\n').length, 'path is', 'paths are')} on the clipboard.`),
    () => showMessage('The clipboard can’t be reached. Save the report instead: it holds the paths.')
  )
}
