import { cancelRecognition, useRecognition } from '../state/sources/recognition.ts'
import { Button } from '../ui/button.tsx'
import './recognition.css'

/** How far a recognition of text is, at which source and page, and the way to end it. Work goes on beside it. */
export function RecognitionPanel() {
  const { running, cancelling, progress } = useRecognition()
  if (!running) return null
  const { done, total, current } = progress ?? { done: 0, total: 0, current: null }
  const within = current ? (current.page - 1) / current.pages : 0
  const pace =
    total > 0 ? `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}` : 'Looking at the sources…'
  return (
    <section className="import-strip" aria-label="Recognition of text">
      <b>{cancelling ? 'Cancelling…' : 'Recognising text…'}</b>
      <div
        className="progress"
        role="progressbar"
        aria-label="Sources done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={pace}
      >
        <div style={{ width: total > 0 ? `${((done + within) / total) * 100}%` : '3%' }} />
      </div>
      <span className="import-pace">{pace}</span>
      <span className="import-current">
        {cancelling
          ? 'What was recognised stays.'
          : current && `${current.key}, page ${current.page} of ${current.pages}: ${current.title}`}
      </span>
      <Button look="outline" className="small" isDisabled={cancelling} onPress={() => void cancelRecognition()}>
        Cancel
      </Button>
    </section>
  )
}
