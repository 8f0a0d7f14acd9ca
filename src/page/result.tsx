import { Sentence, useWords } from './language.tsx'
import { BagResult, bagVerdict } from './bag-result.tsx'
import { CaseResult, caseVerdict } from './case-result.tsx'
import { PdfResult, verdictWords } from './pdf-result.tsx'
import type { Progress } from './queue.ts'

interface ResultProps {
  name: string
  progress: Progress
  onStop: () => void
  onRemove: () => void
}

/** A file with what came of its check. Its verdict is told as soon as it is there. */
export function Result({ name, progress, onStop, onRemove }: ResultProps) {
  const words = useWords()
  const isUnderWay = progress === 'waiting' || progress === 'running'
  return (
    <article className="result" aria-label={name}>
      <div className="head-row">
        <h3>{name}</h3>
        {isUnderWay ? (
          <button className="button small" type="button" onClick={onStop}>
            {words.stop}
          </button>
        ) : (
          <button className="button small" type="button" aria-label={words.remove(name)} onClick={onRemove}>
            {words.removeShort}
          </button>
        )}
      </div>
      <div role="status">
        {/* A verdict is read out by itself as it comes: of which file it is has to be in it. */}
        <span className="heard">{name}: </span>
        <Verdict progress={progress} />
      </div>
      {typeof progress === 'object' && progress.kind === 'pdf' && <PdfResult outcome={progress} />}
      {typeof progress === 'object' && progress.kind === 'bag' && <BagResult outcome={progress} />}
      {typeof progress === 'object' && progress.kind === 'case' && <CaseResult outcome={progress} />}
    </article>
  )
}

/** The verdict in a line, and what it means. */
function Verdict({ progress }: { progress: Progress }) {
  const words = useWords()
  if (progress === 'waiting' || progress === 'running') return <p className="verdict">{words.checking}</p>
  if (progress === 'stopped') return <p className="verdict">{words.stopped}</p>
  if (progress === 'crashed')
    return (
      <div className="verdict unsure">
        <p className="verdict-word">? {words.notChecked}</p>
        <p>{words.crashed}</p>
      </div>
    )
  if (progress.kind === 'failed')
    return (
      <div className="verdict unsure">
        <p className="verdict-word">? {words.notChecked}</p>
        <p className="failure">
          <Sentence text={progress.failure.message} />
        </p>
        <p>{progress.failure.code === 'unsupported' ? words.otherPlain : words.failedPlain}</p>
      </div>
    )
  if (progress.kind === 'bag') return bagVerdict(progress, words)
  return progress.kind === 'case' ? caseVerdict(progress, words) : verdictWords(progress, words)
}
