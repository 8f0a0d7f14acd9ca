import type { z } from 'zod'
import type { AppRequest, Contract, Output, PageRequest, RequestName } from '../../shared/api/contract.ts'
import type { WithoutPlaces, WithPaths } from '../../shared/api/place.ts'

/** What a request's handler is given: parsed, and with paths where the page has places. */
export type Given<K extends RequestName> = WithPaths<z.output<Contract[K]['input']>>
/** What a request's handler answers: without the places that the gateway fills in. */
export type Answer<K extends RequestName> = WithoutPlaces<Output<K>>

/** One function for each request. */
export type Handlers<N extends RequestName = RequestName> = {
  [K in N]: (input: Given<K>) => Promise<Answer<K>>
}

/** The requests that are use cases of the workspace. */
export type WorkspaceRequest = Exclude<RequestName, AppRequest>

/** The requests that the command line alone asks. */
export type TerminalRequest = Exclude<RequestName, PageRequest>
