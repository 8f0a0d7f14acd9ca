import { parsePublicKey } from '../shared/signature/minisign.ts'
import type { Progress } from './queue.ts'
import type { Task } from './thread/messages.ts'

/**
 * Whether a file is to be checked again by a key that was pasted: it has a signature that is checked, was checked or will be by another key, or by none. What
 * isn't a key yet changes nothing; a box that was emptied does.
 */
export function hangsOnKey(task: Pick<Task, 'signature' | 'publicKey'>, progress: Progress, pasted: string): boolean {
  const wasJudged = typeof progress === 'object' && progress.kind === 'pdf'
  if (task.signature === null || (!wasJudged && progress !== 'waiting' && progress !== 'running')) return false
  const key = keyIn(pasted)
  return (key !== '' || pasted.trim() === '') && key !== keyIn(task.publicKey)
}

/** The text of a key with its name; empty where it is none. */
function keyIn(text: string): string {
  return parsePublicKey(text.trim()) === null ? '' : text.trim()
}
