import type { EventData, EventName, Input, Output, RequestName } from './contract.ts'
import type { Result } from './errors.ts'

/** `window.dossier`: all that the renderer can reach. */
export interface DossierBridge {
  /** Sends a request. Never rejects: failures come as data. */
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** Hears an event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
  /** The path of a file that the user dropped or picked; empty when it has none. */
  pathOf(file: unknown): string
}
