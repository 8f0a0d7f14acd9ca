import type { PdfReport } from '../brief/check.ts'
import { DossierError } from '../errors/errors.ts'
import { latin1, sameBytes } from '../pdf/bytes.ts'
import { PdfObjects } from '../pdf/file.ts'
import { ENCRYPTED } from '../pdf/table.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import { checkShortcuts } from '../pdf/shortcuts.ts'
import { MalformedPdf, TooLargePdf } from '../pdf/value.ts'
import type { Evidence } from '../proof/proof.ts'
import { checkVersion, chooseProof } from './choose-proof.ts'
import { readDrawn, type DrawnPdf } from './drawn.ts'
import { goesOn, readFinished, readInDraft, type Draft } from './draft.ts'
import { checkEarlier } from './earlier.ts'
import { comparable, matchQuotes, roughlyComparable } from './match-quotes.ts'
import type { OtherReader } from './others.ts'
import { readProof } from './read-proof.ts'
import { drawsForms, shownIn, type Shown } from './shown.ts'
import { limitsOf } from './verdict.ts'
import { checkFile, type FileParts } from './verify-file.ts'
import { checkDrawing, checkMarginal } from './verify-print.ts'
import { checkQuote, checkSources, wordsOf } from './verify-quotes.ts'
import { excerpt } from './word-difference.ts'
import { say, type Said } from '../wording/say.ts'

/** What verifying needs of the platform. */
export interface VerifierPlatform extends PdfPlatform {
  /** A second reader, asked whether it reads the same; null where there is none. */
  others: OtherReader | null
}

/** What our reader, which reads objects strictly, finds in a PDF. */
interface Found {
  objects: PdfObjects
  parts: FileParts
}

/**
 * Checks an exported PDF from the PDF alone: the carried texts against their hashes, every quote against its text, every claimed
 * state against the one found, all that is printed against the proof's evidence, and all that the file draws and holds against the
 * proof's digests. A proof is judged by no less than its file asks for. `ok` means that all of it agrees and every quote is verbatim
 * or normalised, as far as it isn't withheld.
 *
 * It shows that the PDF agrees with itself. That its texts are what was published takes the original files, that nobody
 * wrote all of it anew a signature.
 *
 * Whoever made the file hands in its draft: what is the same there isn't read a second time.
 *
 * Throws a `DossierError` `not-a-proof` when there is no PDF or no proof that can be read.
 */
export async function verifyPdf(
  bytes: Uint8Array,
  platform: VerifierPlatform,
  made: Draft | null = null
): Promise<PdfReport> {
  refuseOthers(bytes)
  const problems: Said[] = []
  const draft = made && goesOn(made, bytes) ? made : null
  const found = strictly(problems, (): Found => {
    const objects = PdfObjects.open(bytes, platform, draft ? readInDraft(draft) : undefined)
    return { objects, parts: checkFile(objects, problems) }
  })
  const others = platform.others && (await platform.others.frame(bytes, problems))
  const attached = chooseProof(found?.parts ?? null, others, problems)
  const asMade = draft !== null && sameBytes(attached.bytes, draft.proof.bytes)
  const proof = asMade ? draft.proof.read : readProof(attached.bytes, platform)
  let exhausting = false
  const drawn =
    found &&
    strictly(
      problems,
      () => {
        const known = asMade ? readFinished(draft, found.objects) : null
        const drawn =
          known ??
          readDrawn(found.objects, {
            version: proof.version,
            proof: attached.stream,
            fingerprint: proof.drawing?.fingerprint ?? null
          })
        checkShortcuts(bytes, found.objects, drawn.pages)
        return drawn
      },
      (error) => (exhausting = error instanceof TooLargePdf)
    )
  // What exhausts our reader may exhaust others, too.
  const shown = exhausting ? NOTHING_SHOWN : await readShown(bytes, drawn, platform.others, problems)
  if (others && drawn && drawn.pages.length !== others.pages) {
    problems.push(say('Programs find different numbers of pages in this PDF: it was changed or damaged.'))
  }
  const { evidence } = proof
  const date = `D:${evidence.briefDate.replaceAll('-', '')}000000Z`
  if (attached.dates.some((each) => each !== date))
    problems.push(say('The attached proof gives other dates than its brief: it was changed.'))
  checkVersion(proof, found?.parts ?? null, shown, problems)
  if (drawn && found) checkEarlier(proof, drawn, found.parts, problems)
  checkCounts(evidence, problems)
  const sources = checkSources(evidence, shown, proof.drawing?.printed.sourceHashes ?? true, platform, problems)
  const title = found?.parts.title ?? others?.title ?? ''
  checkMarginal(evidence, shown, title, problems)
  const { items } = evidence.first
  const matched = matchQuotes(items.map(wordsOf), shown.quotes, drawn ? comparable : roughlyComparable)
  for (const { page, text } of matched.extra) {
    problems.push(say('Page {1#} shows a quote that the proof doesn’t hold: “{2*}”.', page, excerpt(text)))
  }
  const quotes = items.map((item, i) => checkQuote(item, matched.shown[i]!, sources, problems))
  const drawing =
    proof.drawing && drawn && found
      ? checkDrawing(proof, proof.drawing, { drawn, shown, parts: found.parts }, problems)
      : { pages: [], statements: [] }
  const sound = quotes.every(({ state }) => state === 'verbatim' || state === 'normalised')
  return {
    ok: problems.length === 0 && sound,
    title,
    proofVersion: proof.version,
    fingerprint: proof.drawing?.fingerprint ?? null,
    quotes,
    ...drawing,
    problems: [...new Set(problems)],
    notes: [...withheldNotes(evidence), ...limitsOf(proof.version)],
    signature: null,
    embedded: null,
    times: []
  }
}

/** Within so many bytes readers look for a PDF’s beginning. */
const BEGINS_WITHIN = 1024

/** Refuses what isn’t a PDF at all, which is nobody’s doing. */
function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw new DossierError(
      'not-a-proof',
      say('The file is empty: it wasn’t stored or sent as a whole. Download it again, or ask for it again.')
    )
  if (!latin1(bytes, 0, BEGINS_WITHIN).includes('%PDF-'))
    throw new DossierError(
      'not-a-proof',
      say(
        'The file isn’t a PDF, whatever its name says: something else may have been stored in its place, such as a web page. Download it again, or ask for it again.'
      )
    )
}

/** What is read strictly; null when it can't be, and then nothing of it is believed. `onError` gets to know why. */
function strictly<T>(problems: Said[], read: () => T, onError: (error: Error) => unknown = () => undefined): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof MalformedPdf || error instanceof RangeError)) throw error
    onError(error)
    if (error instanceof MalformedPdf && error.reason === ENCRYPTED) {
      problems.push(
        say(
          'The PDF was encrypted after it was exported, to protect it by a password or against changes, so its make can’t be checked. Ask for the PDF as it was exported.'
        )
      )
      return null
    }
    problems.push(
      say(
        'The file isn’t put together as an export is ({1>}): it was damaged or changed, and programs may show it differently. Ask for the PDF as it was exported.',
        // What an engine says of its own limits differs from one to the next.
        error instanceof MalformedPdf ? error.reason : say('it asks for more than a reader gives')
      )
    )
    return null
  }
}

/**
 * What the pages show: by our own reading where the file is sound and nothing on the pages is hidden from it, which no export does;
 * otherwise by that of others, to say what differs.
 */
async function readShown(
  bytes: Uint8Array,
  drawn: DrawnPdf | null,
  others: OtherReader | null,
  problems: readonly Said[]
): Promise<Shown> {
  const own = drawn && shownIn(drawn)
  if (own && drawn && !drawsForms(drawn)) return own
  if (!others) return own ?? NOTHING_SHOWN
  const shown = await others.shown(bytes, problems)
  return own ? { ...shown, quotes: own.quotes } : shown
}

const NOTHING_SHOWN: Shown = { quotes: [], pages: [], artifacts: [], heads: [], strays: [], covered: [] }

function checkCounts({ total, first }: Evidence, problems: Said[]): void {
  if (total !== first.items.length) {
    problems.push(say('The proof says that it holds {1#} quotes, but it holds {2#}.', total, first.items.length))
  }
  if (first.items.some(({ quoteNumber }, i) => quoteNumber !== i + 1)) {
    problems.push(say('The quotes of the proof aren’t numbered in order: one was taken out, added or moved.'))
  }
}

/** What can't be checked because it is withheld, which is no failure. */
function withheldNotes({ sources, first }: Evidence): Said[] {
  const withheld = sources.filter(({ withheld }) => withheld !== 'no')
  if (withheld.length === 0) return []
  const ids = new Set(withheld.map(({ id }) => id))
  const quotes = first.items.filter(({ target }) => target.source !== null && ids.has(target.source)).length
  const numbers = withheld.map(({ sourceNumber }) => sourceNumber).join(', ')
  const what =
    withheld.length === 1
      ? say('The text of source {1*} is withheld in this redacted export', numbers)
      : say('The text of sources {1*} is withheld in this redacted export', numbers)
  if (quotes === 0) return [say('{1>}.', what)]
  return [
    quotes === 1
      ? say(
          '{1>}: the quote from there can’t be checked from the PDF. Their states are those found when it was exported.',
          what
        )
      : say(
          '{1>}: the {2#} quotes from there can’t be checked from the PDF. Their states are those found when it was exported.',
          what,
          quotes
        )
  ]
}
