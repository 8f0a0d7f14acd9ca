import type { PdfReport } from '../brief/check.ts'
import { UNTITLED } from '../composition/front.ts'
import type { Evidence } from '../proof/proof.ts'
import type { DrawnPdf } from './drawn.ts'
import { differingParagraphs } from './match-paragraphs.ts'
import { letters } from './match-quotes.ts'
import { changedStatements } from './match-statements.ts'
import { paragraphsOf, printedParagraphs } from './paragraphs.ts'
import type { ReadProof } from './read-proof.ts'
import { printedFingerprints, type Shown } from './shown.ts'
import type { FileParts } from './verify-file.ts'
import { comparePages } from './verify-pages.ts'
import { excerpt } from './word-difference.ts'

/** Whatever else the pages show, beside the document's own text. */
export function checkMarginal(evidence: Evidence, shown: Shown, title: string, problems: string[]): void {
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
export function checkDrawing(
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
