import {
  declarationOf,
  type EventData,
  type EventName,
  type Input,
  type Output,
  type RequestName
} from '../../../shared/api/contract.ts'
import type { Result } from '../../../shared/errors/errors.ts'
import { forgetWithCase } from './forget.ts'
import { showFailure } from './toasts.ts'

/** Whether a request writes what the user has just done: a case isn't put away before it is answered. Long ones are ended with their case. */
function isEdit(name: RequestName): boolean {
  const { does, long } = declarationOf(name)
  return does === 'edits' && long !== true
}

/** Answers that arrive after the case was put away, and may hold something of it, are dropped. */
const PUT_AWAY: Result<never> = { ok: false, error: { code: 'cancelled', message: 'The case was put away meanwhile.' } }

const edits = new Set<Promise<unknown>>()
let cases = 0
forgetWithCase(() => {
  cases += 1
})

/**
 * Sends a request to main. Failures come as data; what was asked of a case that was put away meanwhile counts as cancelled. Requests of the
 * app itself hold nothing of a case.
 */
export async function request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const asked = cases
  const answer = window.dossier.request(name, input)
  if (isEdit(name)) {
    edits.add(answer)
    void answer.finally(() => edits.delete(answer))
  }
  const result = await answer
  return asked === cases || name.startsWith('app.') ? result : PUT_AWAY
}

/** Waits until what the user has done is answered. */
export async function editsAnswered(): Promise<void> {
  await Promise.all(edits)
}

/** Sends a request and shows its failure, if it fails, as a message; null then. A cancelled request is silent. */
export async function ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N> | null> {
  const result = await request(name, input)
  if (result.ok) return result.value
  if (result.error.code !== 'cancelled') showFailure(result.error)
  return null
}

/** Hears an event of main until the returned function is called. */
export function listen<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
  return window.dossier.on(name, listener)
}
