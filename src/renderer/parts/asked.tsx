import type { Answer } from '../state/window/use-request.ts'

/** What is shown until main has answered, if anything, or that it failed and why; nothing once it answered. */
export function Asked(props: { answer: Answer<unknown>; asking?: string; className?: string }) {
  const { answer, asking, className } = props
  if (answer.phase === 'failed')
    return (
      <p className="failure" role="alert">
        {answer.failure.message}
      </p>
    )
  return answer.phase === 'asking' && asking !== undefined ? (
    <p className={className} role="status">
      {asking}
    </p>
  ) : null
}
