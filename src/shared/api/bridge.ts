import type { EventData, EventName, Input, Output, RequestName } from './contract.ts'
import type { Result } from '../errors/errors.ts'
import type { Place } from './place.ts'

/** Files and folders that were dropped: their paths, to be shown, and the place that requests take. */
export interface Dropped {
  place: Place
  paths: string[]
}

/** `window.dossier`: all that the renderer can reach. */
export interface DossierBridge {
  /** Sends a request. Never rejects: failures come as data. */
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** Hears an event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
  /** Takes files that the user dropped; null when none of them has a place on the disk. Never rejects. */
  dropped(files: readonly unknown[]): Promise<Result<Dropped | null>>
}
