import { useEffect } from 'react'
import { cancelImport, pauseImport, resumeImport, useImport } from '../state/import/import.ts'
import { keepCaretInSight } from '../state/brief/editor.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { fileName } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { doneWords, rateWords, remainingWords } from '../state/import/import-progress.ts'
import { ImportEnded } from './import-ended.tsx'
import './import.css'

/** A running import, and what came of it. It takes room of its own beside the panes, so that it covers nothing of what is read and written. */
export function ImportPanel() {
  const { visible, folded, ended } = useImport()
  const shows = ended !== null || (visible && !folded)
  useEffect(() => {
    if (shows) keepCaretInSight()
  }, [shows])
  if (ended) return <ImportEnded report={ended} />
  return visible && !folded ? <Running /> : null
}

/** How far an import is, how fast, which file it is at, and the ways to hold it up or end it. Work goes on beside it. */
function Running() {
  const { cancelling, progress } = useImport()
  const { done, total, paused } = progress ?? { done: 0, total: 0, paused: false }
  const left = progress?.remainingSeconds
  const pace = [
    progress && total > 0 ? doneWords(progress) : 'Looking for files…',
    progress?.perMinute != null && !paused && rateWords(progress.perMinute),
    left != null && !paused && remainingWords(left)
  ]
  return (
    <section className="import-strip" aria-label="Import">
      <b>{cancelling ? 'Cancelling…' : paused ? 'Import paused' : 'Importing…'}</b>
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
      <span className="import-pace">{pace.filter(Boolean).join(' · ')}</span>
      <Counts />
      <span className="import-current">
        {cancelling ? 'What was imported stays in the case.' : progress?.current ? fileName(progress.current) : ''}
      </span>
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
      <IconButton
        label="Fold into the status bar"
        className="tight"
        onPress={() => useImport.setState({ folded: true })}
      >
        <Icon name="fold" />
      </IconButton>
    </section>
  )
}

function Counts() {
  const progress = useImport((state) => state.progress)
  const { duplicates, failed } = progress ?? { duplicates: 0, failed: 0 }
  if (duplicates + failed === 0) return null
  return (
    <span className="import-counts">
      {duplicates > 0 && `${duplicates.toLocaleString('en-GB')} there already`}
      {duplicates > 0 && failed > 0 && ' · '}
      {failed > 0 && <span className="failed">{failed.toLocaleString('en-GB')} failed</span>}
    </span>
  )
}
