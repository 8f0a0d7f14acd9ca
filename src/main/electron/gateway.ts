import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { contract, events, type EventData, type EventName, type RequestName } from '../../shared/api/contract.ts'
import { DossierError, type Result } from '../../shared/api/errors.ts'
import { systemFailure, toFailure } from '../../shared/api/system-error.ts'
import type { Handlers } from '../handlers.ts'
import type { ErrorLog } from './error-log.ts'
import { isOurs } from './security.ts'

/** The only two channels between the renderer and here. */
export const REQUEST_CHANNEL = 'dossier:request'
export const EVENT_CHANNEL = 'dossier:event'

/** Who sent a request, as far as the gateway cares. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { sender: Pick<WebContents, 'id'> }

export interface GatewayDeps {
  handlers: Handlers
  /** The id of the window's page; null while there is none. */
  pageId: () => number | null
  log: ErrorLog
}

const UNTRUSTED = 'This request did not come from the window of Dossier. It was refused; nothing was changed.'
const UNKNOWN = 'Dossier does not know this request. Nothing was changed.'
const UNEXPECTED =
  'Something went wrong inside Dossier. What was saved is kept. Try again; if it happens again, restart Dossier. Details are in its log file.'

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/** Only the main frame of our own window, showing our own page, may ask for anything. */
function isTrusted({ sender, senderFrame }: Sender, pageId: number | null): boolean {
  return sender.id === pageId && senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

function fail(error: DossierError): Result<never> {
  return { ok: false, error: error.toFailure() }
}

/**
 * The one way in: checks the sender, the request's name and its input, runs its handler and checks what that answers.
 * Never rejects. A `DossierError` crosses as it is; anything else is a defect, is logged without any content of the case,
 * and crosses as `internal`.
 */
export function createGateway({ handlers, pageId, log }: GatewayDeps) {
  return async (event: Sender, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event, pageId())) return fail(new DossierError('bad-request', UNTRUSTED))
    if (!isRequestName(name)) return fail(new DossierError('bad-request', UNKNOWN))
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) {
      log.write(name, parsed.error)
      const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the request').join(', ')
      return fail(
        new DossierError('bad-request', `Dossier could not use this request (${places}). Nothing was changed.`)
      )
    }
    try {
      // The union of all handlers can't be called with the union of all inputs; name and input were matched above.
      const handler = handlers[name] as (input: unknown) => Promise<unknown>
      return { ok: true, value: contract[name].output.parse(await handler(parsed.data)) }
    } catch (error) {
      if (error instanceof DossierError && error.code !== 'internal') return fail(error)
      log.write(name, error)
      if (error instanceof DossierError) return fail(error)
      // What the system refused is no defect, and has a sentence of its own.
      return systemFailure(error)
        ? { ok: false, error: toFailure(error) }
        : fail(new DossierError('internal', UNEXPECTED))
    }
  }
}

/** Opens the gateway on its channel. */
export function listen(ipcMain: IpcMain, deps: GatewayDeps): void {
  const answer = createGateway(deps)
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) => answer(event, name, input))
}

/** Sends an event to the page, checked against the contract. */
export function sendEvent<N extends EventName>(
  contents: Pick<WebContents, 'send' | 'isDestroyed'> | null,
  name: N,
  data: EventData<N>
): void {
  if (contents === null || contents.isDestroyed()) return
  contents.send(EVENT_CHANNEL, name, events[name].parse(data))
}
