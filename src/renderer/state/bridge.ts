import type { EventData, EventName, Input, Output, RequestName } from '../../shared/api/contract.ts'
import type { Result } from '../../shared/api/errors.ts'
import { showFailure } from './toasts.ts'

/** Sends a request to main. Failures come as data. */
export function request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  return window.dossier.request(name, input)
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
