import { DossierError } from '../../shared/errors/errors.ts'
import { EXIT, printFailure, terminal } from './output.ts'

/** How long what is under way may take to come to an end after Ctrl-C. */
const PATIENCE_MS = 5_000

/**
 * Ends a command in order when the user interrupts it: `close` is waited for, so that no unfinished file is left where that can be helped; a second Ctrl-C ends it at
 * once. Output that can't be written ends it too: quietly when its reader has gone, with a sentence when, say, the disk is full. `interrupted` is true once the user wants
 * the end: what the command answers then isn't to be printed any more.
 */
export function listenToProcess(asJson: boolean, close: () => Promise<void>): { readonly interrupted: boolean } {
  const events = { interrupted: false }
  const end = (): never => {
    const sentence =
      'Interrupted. What was saved before is kept, and what was unfinished doesn’t count. Run the command again; an import goes on with “dossier import --continue”.'
    return process.exit(printFailure(new DossierError('cancelled', sentence), asJson, terminal))
  }
  const stop = (): void => {
    if (events.interrupted) end()
    events.interrupted = true
    setTimeout(end, PATIENCE_MS)
    close()
      .catch((error: unknown) => printFailure(error, false, terminal))
      .finally(end)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output, such as `head`, has had enough.
    if (error.code === 'EPIPE') process.exit(EXIT.fine)
    process.exit(printFailure(error, false, terminal))
  })
  return events
}
