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
import { say, type Said } from '../wording/say.ts'

/** Whatever else the pages show, beside the document's own text. */
export function checkMarginal(evidence: Evidence, shown: Shown, title: string, problems: Said[]): void {
  for (const page of shown.covered) problems.push(say('Page {1#} has annotations on it that can cover its text.', page))
  for (const { page, text } of shown.strays) {
    problems.push(say('Page {1#} shows text that isn’t part of the document: “{2*}”.', page, excerpt(text)))
  }
  const heads = [...shown.heads, evidence.handling].map(letters)
  const running = letters(title)
  for (const { page, text } of shown.artifacts) {
    const words = letters(text)
    if (running.startsWith(words) || heads.includes(words) || /^Page \d+ of \d+$/.test(flat(text))) continue
    problems.push(say('Page {1#} shows text that isn’t part of the document: “{2*}”.', page, excerpt(text)))
  }
}

/** Compares what is drawn, printed and claimed with what the proof says of it. */
export function checkDrawing(
  { evidence, version }: ReadProof,
  drawing: NonNullable<ReadProof['drawing']>,
  { drawn, shown, parts }: { drawn: DrawnPdf; shown: Shown; parts: FileParts },
  problems: Said[]
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
        ? say('No page shows statement {1#} as the proof has it: “{2*}”.', number, excerpt(text))
        : say(
            'Page {1#} shows “{2*}” in place of statement {3#}, which is “{4*}” in the proof.',
            page ?? 0,
            excerpt(shown),
            number,
            excerpt(text)
          )
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
  problems: Said[]
): void {
  const before = problems.length
  if (parts.fingerprint !== fingerprint) {
    problems.push(
      say(
        'The proof doesn’t have the fingerprint that the properties of the PDF give for it: the proof or the PDF was changed since it was exported.'
      )
    )
  }
  const found = printedFingerprints(shown)
  for (const { page, fingerprint: given } of found) {
    if (given !== fingerprint)
      problems.push(
        say(
          'The proof doesn’t have the fingerprint that page {1#} gives for it: the proof or the PDF was changed since it was exported.',
          page
        )
      )
  }
  if (problems.length > before) problems.push(...unprinted(evidence, shown))
  if (printed.fingerprint && found.length === 0)
    problems.push(say('No page shows the fingerprint of the proof, though one did when the PDF was exported.'))
}

/** What the proof says of sources and no page shows: where a proof was changed, it tells what. */
function unprinted({ sources }: Evidence, { pages }: Shown): Said[] {
  const printed = letters(pages.join('\n')).toLowerCase()
  return sources.flatMap(({ sourceNumber, title, publisher, url, authors }) => {
    const given: [what: Said, value: string | null][] = [
      [say('title'), title],
      [say('publisher'), publisher],
      [say('address'), url],
      [say('author'), authors.join('')]
    ]
    return given
      .filter(([, value]) => value !== null && !printed.includes(letters(value).toLowerCase()))
      .map(([what, value]) =>
        say(
          'No page shows the {1>} that the proof gives for source {2#}: “{3*}”.',
          what,
          sourceNumber,
          excerpt(value ?? '')
        )
      )
  })
}

function checkProperties({ label, author }: Evidence, parts: FileParts, problems: Said[]): void {
  const wanted = label.trim() === '' ? UNTITLED : label
  if (parts.title !== wanted) {
    problems.push(
      say(
        'The PDF is called “{1*}” in its properties, but was exported as “{2*}”.',
        excerpt(parts.title),
        excerpt(wanted)
      )
    )
  }
  if (parts.author !== (author ?? '')) {
    problems.push(
      say(
        'The PDF names “{1*}” as its author in its properties, but was exported with “{2*}”.',
        excerpt(parts.author),
        excerpt(author ?? '')
      )
    )
  }
}

/** What figures are said to show must be what the proof says, in their order, and nothing else is said to show anything. */
function checkAlternatives({ figures }: Evidence, { structure }: DrawnPdf, problems: Said[]): void {
  const found: { role: string; alternative: string }[] = []
  const walk = (node: NonNullable<DrawnPdf['structure']>): void => {
    if (node.dict.has('Alt') || node.role === 'Figure') found.push(node)
    for (const kid of node.kids) if ('role' in kid) walk(kid)
  }
  if (structure) walk(structure)
  found.forEach(({ role, alternative }, i) => {
    if (role === 'Figure' && alternative === figures[i]?.alternative) return
    problems.push(
      say('The PDF describes a figure with “{1*}”, which the proof doesn’t hold there.', excerpt(alternative))
    )
  })
  if (found.length < figures.length) problems.push(say('A figure of the proof isn’t in the PDF.'))
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
