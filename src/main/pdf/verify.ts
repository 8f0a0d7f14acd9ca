import { DossierError } from '../../shared/api/errors.ts'
import type { PdfReport } from '../../shared/brief/check.ts'
import type { Evidence } from '../../shared/proof/proof.ts'
import { FINGERPRINT_LABEL, PROOF_NAME } from '../../shared/composition/summary.ts'
import { UNTITLED } from '../../shared/composition/front.ts'
import { readDrawn, type DrawnPdf } from './drawn.ts'
import { comparable, letters, matchQuotes, roughlyComparable } from './match-quotes.ts'
import { changedStatements } from './match-statements.ts'
import { PdfObjects } from './objects/file.ts'
import { MalformedPdf } from './objects/value.ts'
import { paragraphsOf } from './paragraphs.ts'
import { readFrame, readShown, type FoundByOthers } from './read-pdf.ts'
import { readProof, type ReadProof } from './read-proof.ts'
import { drawsForms, shownIn, type Shown } from './shown.ts'
import { checkFile, type FileParts } from './verify-file.ts'
import { comparePages } from './verify-pages.ts'
import { checkQuote, checkSources, wordsOf } from './verify-quotes.ts'
import { excerpt } from './word-difference.ts'

/** What stands in the PDF for each reader: pdf.js, as one of those that show it, and ours that reads its objects strictly. */
interface Readings {
  pdf: FoundByOthers
  /** Null when the file isn't put together as ISO 32000-1 wants it. */
  file: { parts: FileParts; drawn: DrawnPdf } | null
}

const LIMITS =
  'That the carried texts are what was published can’t be shown from the PDF alone: whoever writes pages, proof and hashes anew, all to match, isn’t found. Compare the SHA-256 of the originals, or check the signature of whoever sent it.'

/**
 * Checks an exported PDF from the PDF alone: the carried texts against their hashes, every quote against its text, every
 * claimed state against the one found, statements, pages, fonts, links and structure against what the proof says that was
 * exported. `ok` means that all of it agrees and every quote is verbatim or normalised, as far as it isn't withheld.
 *
 * It shows that the PDF agrees with itself. That its texts are what was published takes the original files, that nobody
 * wrote all of it anew a signature.
 *
 * Throws a `DossierError` `not-a-proof` when there is no PDF or no proof that can be read.
 */
export async function verifyPdf(bytes: Uint8Array): Promise<PdfReport> {
  const problems: string[] = []
  const file = readFile(bytes, problems)
  const readings: Readings = { file, pdf: await readFrame(bytes, problems.join(' ')) }
  const proof = chooseProof(readings, problems)
  const pages = await readPages(bytes, file, proof, problems.join(' '))
  const { evidence } = proof
  checkCounts(evidence, problems)
  const sources = checkSources(evidence, pages, proof.drawing?.printed.sourceHashes ?? true, problems)
  checkMarginal(evidence, pages, readings, problems)
  const { items } = evidence.first
  const { shown, extra } = matchQuotes(items.map(wordsOf), pages.quotes, file ? comparable : roughlyComparable)
  for (const { page, text } of extra) {
    problems.push(`Page ${page} shows a quote that the proof doesn’t hold: “${excerpt(text)}”.`)
  }
  const quotes = items.map((item, i) => checkQuote(item, shown[i]!, sources, problems))
  const drawing = checkDrawing(proof, pages, readings, problems)
  const sound = quotes.every(({ state }) => state === 'verbatim' || state === 'normalised')
  return {
    ok: problems.length === 0 && sound,
    title: readings.pdf.title,
    proofVersion: proof.version,
    quotes,
    ...drawing,
    problems: [...new Set(problems)],
    notes: [...withheldNotes(evidence), LIMITS],
    signature: null
  }
}

/** Reads the objects of a file; what is wrong with them is told, and then nothing of them is believed. */
function readFile(bytes: Uint8Array, problems: string[]): Readings['file'] {
  try {
    const objects = PdfObjects.open(bytes)
    return { parts: checkFile(objects, problems), drawn: readDrawn(objects) }
  } catch (error) {
    if (!(error instanceof MalformedPdf || error instanceof RangeError)) throw error
    problems.push(
      `The file isn’t put together as an export is (${error.message}): it was damaged or changed, and programs may show it differently. Ask for the PDF as it was exported.`
    )
    return null
  }
}

/**
 * What the pages show. Where the proof binds what they draw and nothing on them is hidden from our reader, its word is
 * enough, as pdf.js takes several times as long. Otherwise pdf.js reads them, save for the quotes where the file is sound.
 */
async function readPages(
  bytes: Uint8Array,
  file: Readings['file'],
  { drawing }: ReadProof,
  known: string
): Promise<Shown> {
  if (!file) return readShown(bytes, known)
  const shown = shownIn(file.drawn)
  return drawing && !drawsForms(file.drawn) ? shown : { ...(await readShown(bytes, known)), quotes: shown.quotes }
}

function chooseProof({ pdf, file }: Readings, problems: string[]): ReadProof {
  const seen = pdf.attachments.filter(({ name }) => name === PROOF_NAME).map(({ bytes }) => bytes)
  const candidates = file ? file.parts.proofs : seen
  const [chosen] = candidates
  if (!chosen) {
    throw new DossierError(
      'not-a-proof',
      'This PDF carries no proof of its quotes: it wasn’t exported by Dossier, or the proof was taken out of it.'
    )
  }
  if (candidates.length > 1) {
    problems.push(`The PDF carries ${candidates.length} proofs, though an export has one; the first was checked.`)
  }
  if (!seen.some((bytes) => Buffer.compare(bytes, chosen) === 0)) {
    problems.push('Programs find different proofs in this PDF: its attachments were changed.')
  }
  return readProof(chosen)
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
function checkMarginal(evidence: Evidence, shown: Shown, { pdf }: Readings, problems: string[]): void {
  for (const page of shown.covered) problems.push(`Page ${page} has annotations on it that can cover its text.`)
  for (const { page, text } of shown.strays) {
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
  const heads = [...shown.heads, evidence.handling].map(letters)
  const title = letters(pdf.title)
  for (const { page, text } of shown.artifacts) {
    const words = letters(text)
    if (title.startsWith(words) || heads.includes(words) || /^Page \d+ of \d+$/.test(flat(text))) continue
    problems.push(`Page ${page} shows text that isn’t part of the document: “${excerpt(text)}”.`)
  }
}

/** Compares what is drawn, printed and claimed with what the proof says of it. Proofs of version 1 say nothing of it. */
function checkDrawing(
  { evidence, drawing }: ReadProof,
  shown: Shown,
  { pdf, file }: Readings,
  problems: string[]
): Pick<PdfReport, 'pages' | 'statements'> {
  if (file && file.parts.pages !== pdf.pages) {
    problems.push('Programs find different numbers of pages in this PDF: it was changed or damaged.')
  }
  if (!drawing || !file) return { pages: [], statements: [] }
  checkFingerprint(evidence, drawing, shown, file.parts, problems)
  checkProperties(evidence, file.parts, problems)
  checkAlternatives(evidence, file.drawn, problems)
  const { pages, problems: ofPages } = comparePages(file.drawn, drawing.drawn)
  problems.push(...ofPages)
  const statements = changedStatements(evidence.statements, paragraphsOf(file.drawn))
  for (const { number, page, text, shown } of statements) {
    problems.push(
      shown === null
        ? `No page shows statement ${number} as the proof has it: “${excerpt(text)}”.`
        : `Page ${page} shows “${excerpt(shown)}” in place of statement ${number}, which is “${excerpt(text)}” in the proof.`
    )
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
  const what = 'the proof (quotes, statements or sources) or the PDF was changed since it was exported.'
  const before = problems.length
  if (parts.fingerprint !== fingerprint) {
    problems.push(`The proof doesn’t have the fingerprint that the properties of the PDF give for it: ${what}`)
  }
  const pattern = new RegExp(`${FINGERPRINT_LABEL.replaceAll(' ', '')}:([0-9a-f]{64})`, 'g')
  let found = false
  shown.pages.forEach((text, i) => {
    for (const [, given] of text.replace(/\s/g, '').matchAll(pattern)) {
      found = true
      if (given !== fingerprint)
        problems.push(`The proof doesn’t have the fingerprint that page ${i + 1} gives for it: ${what}`)
    }
  })
  if (problems.length > before) problems.push(...unprinted(evidence, shown))
  if (printed.fingerprint && !found)
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

/** What figures are said to show must be what the proof says. */
function checkAlternatives({ figures }: Evidence, { structure }: DrawnPdf, problems: string[]): void {
  const known = new Set(figures.map(({ alternative }) => alternative))
  const walk = (node: NonNullable<DrawnPdf['structure']>): void => {
    if (node.alternative !== '' && !known.has(node.alternative)) {
      problems.push(`The PDF describes a figure with “${excerpt(node.alternative)}”, which the proof doesn’t hold.`)
    }
    for (const kid of node.kids) if ('role' in kid) walk(kid)
  }
  if (structure) walk(structure)
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
