import { z } from 'zod'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Dropped } from '../../shared/api/bridge.ts'
import { contract, events, type EventData, type EventName, type RequestName } from '../../shared/api/contract.ts'
import { DossierError, type Result } from '../../shared/errors/errors.ts'
import { systemFailure, toFailure } from '../../shared/errors/system-error.ts'
import type { Handlers } from '../use-cases/handlers.ts'
import type { ErrorLog } from './error-log.ts'
import { isWithinLimits, MOST_AT_ONCE } from './limits.ts'
import type { Places } from './places.ts'
import { isOurs } from './security.ts'
import { toPaths, withPlaces } from './translate.ts'

/** The only channels between the renderer and here. What was dropped comes from the preload alone: the page has no way to name paths. */
export const REQUEST_CHANNEL = 'dossier:request'
export const DROPPED_CHANNEL = 'dossier:dropped'
export const EVENT_CHANNEL = 'dossier:event'

/** Who sent a request, as far as the gateway cares. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { sender: Pick<WebContents, 'id'> }

export interface GatewayDeps {
  handlers: Handlers
  /** The id of the window's page; null while there is none. */
  pageId: () => number | null
  places: Places
  log: ErrorLog
}

const UNTRUSTED = 'This request did not come from the window of Dossier. It was refused; nothing was changed.'
const UNKNOWN = 'Dossier does not know this request. Nothing was changed.'
const TOO_LARGE = 'This is more than Dossier takes at once. Nothing was changed.'
const TOO_MANY = 'Dossier is still busy with what it was asked before. Nothing was changed. Try again in a moment.'
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
 * The one way in: checks the sender, the request's name and its input, puts paths in the place of the page's tokens, runs its handler, checks
 * what that answers and puts tokens beside its paths.
 * Never rejects. A `DossierError` crosses as it is; anything else is a defect, is logged without any content of the case,
 * and crosses as `internal`.
 */
export function createGateway({ handlers, pageId, places, log }: GatewayDeps) {
  let running = 0
  return async (event: Sender, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrusted(event, pageId())) return fail(new DossierError('bad-request', UNTRUSTED))
    if (!isRequestName(name)) return fail(new DossierError('bad-request', UNKNOWN))
    if (!isWithinLimits(input)) return fail(new DossierError('too-large', TOO_LARGE))
    if (running >= MOST_AT_ONCE) return fail(new DossierError('bad-request', TOO_MANY))
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) {
      log.write(name, parsed.error)
      const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'the request').join(', ')
      return fail(
        new DossierError('bad-request', `Dossier could not use this request (${where}). Nothing was changed.`)
      )
    }
    running += 1
    try {
      // The union of all handlers can't be called with the union of all inputs; name and input were matched above.
      const handler = handlers[name] as (input: unknown) => Promise<unknown>
      const answer = await handler(toPaths(name, parsed.data, places))
      return { ok: true, value: contract[name].output.parse(withPlaces(name, answer, places)) }
    } catch (error) {
      if (error instanceof DossierError && error.code !== 'internal') return fail(error)
      log.write(name, error)
      if (error instanceof DossierError) return fail(error)
      // What the system refused is no defect, and has a sentence of its own.
      return systemFailure(error)
        ? { ok: false, error: toFailure(error) }
        : fail(new DossierError('internal', UNEXPECTED))
    } finally {
      running -= 1
    }
  }
}

/**
 * Takes what the preload says was dropped: answers a place for it, and null when none of it has one on the disk. A drop gives the right to read,
 * and to open a case; nothing is saved by it.
 */
export function createDropTaker({ pageId, places }: Pick<GatewayDeps, 'pageId' | 'places'>) {
  return (event: Sender, paths: unknown): Result<Dropped | null> => {
    if (!isTrusted(event, pageId())) return fail(new DossierError('bad-request', UNTRUSTED))
    const given = DroppedPaths.safeParse(paths)
    if (!given.success) return fail(new DossierError('bad-request', UNUSABLE_DROP))
    const found = given.data.filter((path) => path !== '')
    try {
      return { ok: true, value: found.length === 0 ? null : { place: places.choose('dropped', found), paths: found } }
    } catch (error) {
      if (error instanceof DossierError) return fail(error)
      throw error
    }
  }
}

/** More than anybody drops at once. */
const DroppedPaths = z.array(z.string().max(32_768)).max(100_000)
const UNUSABLE_DROP = 'Dossier could not use what was dropped. Nothing was changed.'

/** Opens the gateway on its channels. */
export function listen(ipcMain: IpcMain, deps: GatewayDeps): void {
  const answer = createGateway(deps)
  const take = createDropTaker(deps)
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) => answer(event, name, input))
  ipcMain.handle(DROPPED_CHANNEL, (event, paths: unknown) => take(event, paths))
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
