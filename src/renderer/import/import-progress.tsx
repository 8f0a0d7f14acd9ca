import { cancelImport, pauseImport, resumeImport, useImport } from '../state/import/import.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { fileName } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { doneWords, rateWords, remainingWords } from '../state/import/import-progress.ts'
import './import.css'

/** The panel of a running import: how far, how fast, which file it is at, and the ways to hold it up or end it. Work goes on beside it. */
export function ImportProgress() {
  const { visible, cancelling, folded, progress } = useImport()
  if (!visible || folded) return null
  const { done, total, paused } = progress ?? { done: 0, total: 0, paused: false }
  const pace = [
    progress && total > 0 ? doneWords(progress) : 'Looking for files…',
    progress?.perMinute != null && !paused && rateWords(progress.perMinute)
  ]
  const left = progress?.remainingSeconds
  return (
    <section className="import-progress" aria-label="Import">
      <header>
        <b>{cancelling ? 'Cancelling…' : paused ? 'Import paused' : 'Importing…'}</b>
        <IconButton label="Fold into the status bar" onPress={() => useImport.setState({ folded: true })}>
          <Icon name="fold" />
        </IconButton>
      </header>
      <div
        className={`progress${paused ? ' paused' : ''}`}
        role="progressbar"
        aria-label="Files done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={progress ? doneWords(progress) : 'Looking for files'}
      >
        <div style={{ width: total > 0 ? `${(done / total) * 100}%` : '3%' }} />
      </div>
      <p className="import-pace">
        <span>{pace.filter(Boolean).join(' · ')}</span>
        {left != null && !paused && <span>{remainingWords(left)}</span>}
      </p>
      <p className="import-current">{progress?.current ? fileName(progress.current) : ''}</p>
      <footer>
        <Counts />
        {paused ? (
          <Button look="outline" className="small" isDisabled={cancelling} onPress={() => void resumeImport()}>
            Resume
          </Button>
        ) : (
          <Button look="outline" className="small" isDisabled={cancelling} onPress={() => void pauseImport()}>
            Pause
          </Button>
        )}
        <Button look="outline" className="small" isDisabled={cancelling} onPress={() => void cancelImport()}>
          Cancel
        </Button>
      </footer>
      {cancelling && <p>What was imported stays in the case.</p>}
    </section>
  )
}

function Counts() {
  const progress = useImport((state) => state.progress)
  const { duplicates, failed } = progress ?? { duplicates: 0, failed: 0 }
  return (
    <p>
      {duplicates > 0 && `${duplicates.toLocaleString('en-GB')} there already`}
      {duplicates > 0 && failed > 0 && ' · '}
      {failed > 0 && <span className="failed">{failed.toLocaleString('en-GB')} failed</span>}
    </p>
  )
}
