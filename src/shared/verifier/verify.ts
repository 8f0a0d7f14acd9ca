import { DossierError } from '../api/errors.ts'
import type { PdfReport } from '../brief/check.ts'
import { UNTITLED } from '../composition/front.ts'
import { PRINTED_FINGERPRINT, PROOF_NAME } from '../composition/summary.ts'
import { sameBytes } from '../pdf/bytes.ts'
import { PdfObjects } from '../pdf/file.ts'
import { checkShortcuts } from '../pdf/shortcuts.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import { MalformedPdf, TooLargePdf } from '../pdf/value.ts'
import type { Evidence } from '../proof/proof.ts'
import { readDrawn, type DrawnPdf } from './drawn.ts'
import { checkEarlier } from './earlier.ts'
import { comparable, letters, matchQuotes, roughlyComparable } from './match-quotes.ts'
import { differingParagraphs } from './match-paragraphs.ts'
import { changedStatements } from './match-statements.ts'
import { paragraphsOf, printedParagraphs } from './paragraphs.ts'
import { readProof, type ReadProof } from './read-proof.ts'
import { drawsForms, shownIn, type Shown } from './shown.ts'
import { checkFile, type FileParts } from './verify-file.ts'
import { comparePages } from './verify-pages.ts'
import { checkQuote, checkSources, wordsOf } from './verify-quotes.ts'
import { limitsOf } from './verdict.ts'
import { excerpt } from './word-difference.ts'

/** What another reader than ours finds in a PDF: enough to tell whether both read the same. */
export interface FoundByOthers {
  title: string
  attachments: { name: string; bytes: Uint8Array }[]
  pages: number
}

/** Another reader, one of those that show a PDF to people. Each throws `not-a-proof` when it can't read it as a PDF. */
export interface OtherReader {
  /** `known` is what is already known to be wrong with it. */
  frame(bytes: Uint8Array, known: string): Promise<FoundByOthers>
  shown(bytes: Uint8Array, known: string): Promise<Shown>
}

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
 * Throws a `DossierError` `not-a-proof` when there is no PDF or no proof that can be read.
 */
export async function verifyPdf(bytes: Uint8Array, platform: VerifierPlatform): Promise<PdfReport> {
  const problems: string[] = []
  const found = strictly(problems, (): Found => {
    const objects = PdfObjects.open(bytes, platform)
    return { objects, parts: checkFile(objects, problems) }
  })
  const others = platform.others && (await platform.others.frame(bytes, problems.join(' ')))
  const attached = chooseProof(found, others, problems)
  const proof = readProof(attached.bytes, platform)
  let exhausting = false
  const drawn =
    found &&
    strictly(
      problems,
      () => {
        const drawn = readDrawn(found.objects, {
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
    problems.push('Programs find different numbers of pages in this PDF: it was changed or damaged.')
  }
  const { evidence } = proof
  const date = `D:${evidence.briefDate.replaceAll('-', '')}000000Z`
  if (attached.dates.some((each) => each !== date))
    problems.push('The attached proof gives other dates than its brief: it was changed.')
  checkVersion(proof, found, shown, problems)
  if (drawn && found) checkEarlier(proof, drawn, found.parts, problems)
  checkCounts(evidence, problems)
  const sources = checkSources(evidence, shown, proof.drawing?.printed.sourceHashes ?? true, platform, problems)
  const title = found?.parts.title ?? others?.title ?? ''
  checkMarginal(evidence, shown, title, problems)
  const { items } = evidence.first
  const matched = matchQuotes(items.map(wordsOf), shown.quotes, drawn ? comparable : roughlyComparable)
  for (const { page, text } of matched.extra) {
    problems.push(`Page ${page} shows a quote that the proof doesn’t hold: “${excerpt(text)}”.`)
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
    signature: null
  }
}

/** What is read strictly; null when it can't be, and then nothing of it is believed. `onError` gets to know why. */
function strictly<T>(
  problems: string[],
  read: () => T,
  onError: (error: Error) => unknown = () => undefined
): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof MalformedPdf || error instanceof RangeError)) throw error
    onError(error)
    problems.push(
      `The file isn’t put together as an export is (${error.message}): it was damaged or changed, and programs may show it differently. Ask for the PDF as it was exported.`
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
  problems: readonly string[]
): Promise<Shown> {
  const own = drawn && shownIn(drawn)
  if (own && drawn && !drawsForms(drawn)) return own
  if (!others) return own ?? NOTHING_SHOWN
  const shown = await others.shown(bytes, problems.join(' '))
  return own ? { ...shown, quotes: own.quotes } : shown
}

const NOTHING_SHOWN: Shown = { quotes: [], pages: [], artifacts: [], heads: [], strays: [], covered: [] }

/** The proof that is checked, and the dictionary of its stream where our reader found it. */
function chooseProof(
  found: Found | null,
  others: FoundByOthers | null,
  problems: string[]
): Omit<FileParts['proofs'][number], 'stream'> & { stream: FileParts['proofs'][number]['stream'] | null } {
  const seen = others?.attachments.filter(({ name }) => name === PROOF_NAME) ?? null
  const candidates = found?.parts.proofs ?? seen?.map(({ bytes }) => ({ bytes, stream: null, dates: [] })) ?? []
  const [chosen] = candidates
  if (!chosen) {
    const reason = problems.length === 0 ? '' : ` ${problems.join(' ')}`
    throw new DossierError(
      'not-a-proof',
      `This PDF carries no proof of its quotes: it wasn’t exported by Dossier, or the proof was taken out of it.${reason}`
    )
  }
  if (candidates.length > 1) {
    problems.push(`The PDF carries ${candidates.length} proofs, though an export has one; the first was checked.`)
  }
  if (seen && !seen.some(({ bytes }) => sameBytes(bytes, chosen.bytes))) {
    problems.push('Programs find different proofs in this PDF: its attachments were changed.')
  }
  return chosen
}

/** A proof may not be judged by less than the rest of the file asks for: its properties, its print, the proof's own members. */
function checkVersion({ version, later }: ReadProof, found: Found | null, shown: Shown, problems: string[]): void {
  const asked = [version]
  const properties = found?.parts.version ?? null
  if (properties !== null && Number(properties) >= 1) asked.push(Number(properties))
  if (found?.parts.fingerprint) asked.push(2)
  for (const { version: printed } of printedFingerprints(shown)) asked.push(printed)
  if (later.length > 0) asked.push(version + 1)
  const most = Math.max(...asked)
  if (most > version) {
    problems.push(
      `The proof calls itself version ${version}, but the PDF was exported with a later one: it was changed, so that less of the PDF is checked. Ask for the PDF as it was exported.`
    )
  } else if (found && version >= 3 && properties !== String(version)) {
    problems.push('The properties of the PDF don’t give the version of its proof: they were changed.')
  }
}

function printedFingerprints({ pages }: Shown): { page: number; version: number; fingerprint: string }[] {
  return pages.flatMap((text, i) =>
    [...text.replace(/\s/g, '').matchAll(PRINTED_FINGERPRINT)].map(([, version, fingerprint]) => ({
      page: i + 1,
      version: Number(version ?? 2),
      fingerprint: fingerprint!
    }))
  )
}

function checkCounts({ total, first }: Evidence, problems: string[]): void {
  if (total !== first.items.length) {
    problems.push(`The proof says that it holds ${total} quotes, but it holds ${first.items.length}.`)
  }
  if (first.items.some(({ quoteNumber }, i) => quoteNumber !== i + 1)) {
    problems.push('The quotes of the proof aren’t numbered in order: one was taken out, added or moved.')
  }
}

/** Whatever else the pages show, beside the document's own text. */
function checkMarginal(evidence: Evidence, shown: Shown, title: string, problems: string[]): void {
  for (const page of shown.covered) problems.push(`Page ${page} has annotations on it that can cover its text.`)
  for (const { page, text } of shown.strays) {
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
  const heads = [...shown.heads, evidence.handling].map(letters)
  const running = letters(title)
  for (const { page, text } of shown.artifacts) {
    const words = letters(text)
    if (running.startsWith(words) || heads.includes(words) || /^Page \d+ of \d+$/.test(flat(text))) continue
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
}

/** Compares what is drawn, printed and claimed with what the proof says of it. */
function checkDrawing(
  { evidence, version }: ReadProof,
  drawing: NonNullable<ReadProof['drawing']>,
  { drawn, shown, parts }: { drawn: DrawnPdf; shown: Shown; parts: FileParts },
  problems: string[]
): Pick<PdfReport, 'pages' | 'statements'> {
  checkFingerprint(evidence, drawing, shown, parts, problems)
  checkProperties(evidence, parts, problems)
  checkAlternatives(evidence, drawn, problems)
  const { pages, problems: ofPages } = comparePages(drawn.digests, drawing.drawn)
  problems.push(...ofPages)
  const statements = changedStatements(evidence.statements, paragraphsOf(drawn))
  for (const { number, page, text, shown } of statements) {
    problems.push(
      shown === null
        ? `No page shows statement ${number} as the proof has it: “${excerpt(text)}”.`
        : `Page ${page} shows “${excerpt(shown)}” in place of statement ${number}, which is “${excerpt(text)}” in the proof.`
    )
  }
  if (version >= 3) {
    const differing = differingParagraphs(evidence.paragraphs, printedParagraphs(drawn), drawing.fingerprint)
    problems.push(...differing.map(({ message }) => message))
  }
  return { pages, statements }
}

function checkFingerprint(
  evidence: Evidence,
  { fingerprint, printed }: NonNullable<ReadProof['drawing']>,
  shown: Shown,
  parts: FileParts,
  problems: string[]
): void {
  const what = 'the proof or the PDF was changed since it was exported.'
  const before = problems.length
  if (parts.fingerprint !== fingerprint) {
    problems.push(`The proof doesn’t have the fingerprint that the properties of the PDF give for it: ${what}`)
  }
  const found = printedFingerprints(shown)
  for (const { page, fingerprint: given } of found) {
    if (given !== fingerprint)
      problems.push(`The proof doesn’t have the fingerprint that page ${page} gives for it: ${what}`)
  }
  if (problems.length > before) problems.push(...unprinted(evidence, shown))
  if (printed.fingerprint && found.length === 0)
    problems.push('No page shows the fingerprint of the proof, though one did when the PDF was exported.')
}

/** What the proof says of sources and no page shows: where a proof was changed, it tells what. */
function unprinted({ sources }: Evidence, { pages }: Shown): string[] {
  const printed = letters(pages.join('\n')).toLowerCase()
  return sources.flatMap(({ sourceNumber, title, publisher, url, authors }) => {
    const given = { title, publisher, address: url, author: authors.join('') }
    return Object.entries(given)
      .filter(([, value]) => value !== null && !printed.includes(letters(value).toLowerCase()))
      .map(
        ([what, value]) =>
          `No page shows the ${what} that the proof gives for source ${sourceNumber}: “${excerpt(value ?? '')}”.`
      )
  })
}

function checkProperties({ label, author }: Evidence, parts: FileParts, problems: string[]): void {
  const wanted = label.trim() === '' ? UNTITLED : label
  if (parts.title !== wanted) {
    problems.push(
      `The PDF is called “${excerpt(parts.title)}” in its properties, but was exported as “${excerpt(wanted)}”.`
    )
  }
  if (parts.author !== (author ?? '')) {
    problems.push(
      `The PDF names “${excerpt(parts.author)}” as its author in its properties, but was exported with “${excerpt(author ?? '')}”.`
    )
  }
}

/** What figures are said to show must be what the proof says, in their order, and nothing else is said to show anything. */
function checkAlternatives({ figures }: Evidence, { structure }: DrawnPdf, problems: string[]): void {
  const found: { role: string; alternative: string }[] = []
  const walk = (node: NonNullable<DrawnPdf['structure']>): void => {
    if (node.dict.has('Alt') || node.role === 'Figure') found.push(node)
    for (const kid of node.kids) if ('role' in kid) walk(kid)
  }
  if (structure) walk(structure)
  found.forEach(({ role, alternative }, i) => {
    if (role === 'Figure' && alternative === figures[i]?.alternative) return
    problems.push(`The PDF describes a figure with “${excerpt(alternative)}”, which the proof doesn’t hold there.`)
  })
  if (found.length < figures.length) problems.push('A figure of the proof isn’t in the PDF.')
}

/** What can't be checked because it is withheld, which is no failure. */
function withheldNotes({ sources, first }: Evidence): string[] {
  const withheld = sources.filter(({ withheld }) => withheld !== 'no')
  if (withheld.length === 0) return []
  const ids = new Set(withheld.map(({ id }) => id))
  const quotes = first.items.filter(({ target }) => target.source !== null && ids.has(target.source)).length
  const numbers = withheld.map(({ sourceNumber }) => sourceNumber).join(', ')
  const what = `The text of ${withheld.length === 1 ? 'source' : 'sources'} ${numbers} is withheld in this redacted export`
  return [
    quotes === 0
      ? `${what}.`
      : `${what}: ${quotes === 1 ? 'the quote' : `the ${quotes} quotes`} from there can’t be checked from the PDF. Their states are those found when it was exported.`
  ]
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
