import { cancelImport, useImport } from '../state/import.ts'
import { Button } from '../ui/button.tsx'
import { fileName } from '../ui/format.ts'
import './import.css'

/** The panel of a running import: how many are done, how fast, which one it is at, and a way out. */
export function ImportProgress() {
  const { visible, cancelling, progress, rate } = useImport()
  if (!visible) return null
  const done = progress?.done ?? 0
  const total = progress?.total ?? 0
  return (
    <section className="import-progress" aria-label="Import">
      <header>
        <b>{cancelling ? 'Cancelling…' : 'Importing…'}</b>
        <Button look="outline" className="small" isDisabled={cancelling} onPress={() => void cancelImport()}>
          Cancel
        </Button>
      </header>
      <div
        className="progress"
        role="progressbar"
        aria-label="Files done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div style={{ width: total > 0 ? `${(done / total) * 100}%` : '3%' }} />
      </div>
      <p>
        {done} of {total || '…'} {rate !== null && `· ${rate} a second`}
        {progress && progress.duplicates > 0 && ` · ${progress.duplicates} there already`}
        {progress && progress.failed > 0 && <span className="failed"> · {progress.failed} failed</span>}
      </p>
      <p className="import-current">{progress?.current ? fileName(progress.current) : ''}</p>
    </section>
  )
}
