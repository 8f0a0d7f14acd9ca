import { PROOF_VERSION } from '../proof/proof.ts'
import { QUOTE_STATES, STATE_NAMES, type QuoteState } from '../quote/quote.ts'
import type { Block, Run, TextBlock } from './block.ts'
import type { ExportInput, Medium } from './input.ts'
import { FRAME_DESTINATION } from './signature-frame.ts'
import {
  isRecognised,
  sign,
  STATE_SIGNS,
  stateWords,
  WARNING_SIGN,
  type PrintedQuote,
  type References
} from './references.ts'

/** Name of the machine-readable proof inside the PDF. */
export const PROOF_NAME = 'dossier-proof.jsonld'

/** What stands before the fingerprint of the proof in print. */
export const FINGERPRINT_LABEL = `Fingerprint of the proof, version ${PROOF_VERSION}:`

/** A printed fingerprint in a text without white space: version and SHA-256. Those of the second version name no version. */
export const PRINTED_FINGERPRINT = /Fingerprintofthe(?:evidence|proof,version(\d+)):([0-9a-f]{64})/g

/** Heads of the table of quotes. */
const TABLE_HEADS = ['No.', 'Quote', 'Page', 'Source', 'State'] as const

const EXCERPT = 72

/** The last chapter: how many quotes hold, each quote's state, and what the check proves and what it doesn't. */
export function summary(input: ExportInput, references: References, medium: Medium, fingerprint: string | null): Block {
  const { quotes } = references
  const children: Block[] = [
    {
      type: 'text',
      kind: 'heading',
      level: 2,
      runs: [{ text: 'Verification' }],
      bookmark: 'Verification',
      destination: 'verification'
    },
    body(counts(quotes)),
    ...unsupported(input),
    ...originals(input)
  ]
  if (quotes.length > 0) {
    children.push({
      type: 'table',
      columns: [
        { width: 22, align: 'end' },
        { width: null, align: 'start' },
        { width: 30, align: 'end' },
        { width: 66, align: 'start' },
        { width: 64, align: 'start' }
      ],
      head: TABLE_HEADS.map((text) => [{ text }]),
      rows: quotes.map((quote) => row(quote, references))
    })
  }
  children.push(
    { type: 'text', kind: 'caption', runs: [{ text: 'What this check proves', voice: 'strong' }], keepNext: true },
    body(medium === 'pdf' ? proves(input, quotes.length) : provesLess(quotes.length)),
    ...fingerprintBlocks(fingerprint),
    { type: 'text', kind: 'caption', runs: [{ text: 'What it doesn’t prove', voice: 'strong' }], keepNext: true },
    body(
      'That the imported files are what was published, that what they report is true, or that the statements follow from ' +
        'the quotes. Whoever holds the original files can compare their SHA-256 with those in the list of sources.'
    ),
    ...signatureBlocks(input, medium)
  )
  return { type: 'section', children, language: 'en' }
}

/** What a brief says of its quotes where the table isn't asked for. */
export function statement(
  input: ExportInput,
  { quotes }: References,
  medium: Medium,
  fingerprint: string | null
): Block {
  const proof =
    quotes.length === 0 || medium !== 'pdf'
      ? ''
      : ` The attached ${PROOF_NAME} holds each with its place in its source.`
  const children: Block[] = [
    { type: 'rule' },
    body(`${counts(quotes)}${proof}`),
    ...fingerprintBlocks(fingerprint),
    ...unsupported(input),
    ...originals(input),
    ...signatureBlocks(input, medium)
  ]
  return { type: 'section', children, language: 'en' }
}

/** The beginning of a quote, on one line. */
export function excerptOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= EXCERPT) return words
  return `${words
    .slice(0, EXCERPT)
    .toWellFormed()
    .replace(/\s\S*$/, '')} …`
}

function body(text: string): TextBlock {
  return { type: 'text', kind: 'body', runs: [{ text }] }
}

/** Ties the attached proof to the page: whoever changes the one must change the other. The SHA-256 stands on a line of its own. */
function fingerprintBlocks(fingerprint: string | null): TextBlock[] {
  if (fingerprint === null) return []
  return [
    { ...body(FINGERPRINT_LABEL), keepNext: true },
    { type: 'text', kind: 'body', runs: [{ text: fingerprint, voice: 'hash' }] }
  ]
}

/** Room in which a signature within the file may show itself, and what to make of what stands there. */
function signatureBlocks({ options }: ExportInput, medium: Medium): Block[] {
  if (!options.signatureFrame || medium !== 'pdf') return []
  return [
    { type: 'text', kind: 'caption', runs: [{ text: 'Signature', voice: 'strong' }], keepNext: true },
    {
      ...body(
        'The frame below is room for a signature within this file; as long as it is empty, nobody has signed there. What stands in it are the signer’s own words: a program that checks signatures, or the page that checks this PDF, tells whether it holds.'
      ),
      keepNext: true
    },
    { type: 'frame', destination: FRAME_DESTINATION }
  ]
}

function stateOf(quote: PrintedQuote): QuoteState {
  return quote.check?.verification.state ?? 'missing'
}

/** A number with what it counts: `1 source`, `4 sources`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** How many quotes there are and in which states: `9 quotes: 8 verbatim, 1 altered.` */
export function counts(quotes: readonly PrintedQuote[]): string {
  if (quotes.length === 0) return 'This brief shows no quote.'
  const each = QUOTE_STATES.map((state) => {
    return { state, count: quotes.filter((quote) => stateOf(quote) === state).length }
  })
  const number = counted(quotes.length, 'quote')
  const recognised = quotes.filter(({ source }) => isRecognised(source)).length
  const where =
    recognised === 0
      ? ''
      : recognised === quotes.length
        ? ', in recognised text'
        : `, ${recognised} of them in recognised text`
  if (each[0]!.count === quotes.length)
    return quotes.length === 1 ? `${number}: verbatim${where}.` : `${number}: all verbatim${where}.`
  const parts = each
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${STATE_NAMES[state].toLowerCase()}`)
  return `${number}: ${parts.join(', ')}${where}.`
}

function unsupported({ check }: ExportInput): TextBlock[] {
  const count = check.findings.filter(({ code }) => code === 'unsupported-statement').length
  if (count === 0) return []
  const text = count === 1 ? '1 statement has' : `${count} statements have`
  const message = { text: `${text} neither quote nor source that supports it; marked in the text.` }
  return [{ type: 'text', kind: 'warning', runs: [sign(WARNING_SIGN), message] }]
}

function originals({ sources }: ExportInput): TextBlock[] {
  const wrong = sources.filter(({ original }) => original !== 'intact').length
  if (wrong === 0) return []
  const text = wrong === 1 ? 'The stored original of 1 source is' : `The stored originals of ${wrong} sources are`
  const message = { text: `${text} altered or missing; marked in the list of sources.` }
  return [{ type: 'text', kind: 'warning', runs: [sign(STATE_SIGNS.altered), message] }]
}

function row(quote: PrintedQuote, references: References): Run[][] {
  const state = stateOf(quote)
  const alarm = state === 'altered' || state === 'missing'
  const { destination, number, source, locator } = quote
  const place = locator === null ? '' : `, ${locator}`
  return [
    [{ text: String(number) }],
    [{ text: excerptOf(quote.words) }],
    [{ text: '', pageOf: destination, target: { destination }, about: `Quote ${number}` }],
    source === null
      ? [{ text: 'not found', voice: 'quiet' }]
      : [
          {
            text: references.shortName(source),
            target: { destination: `source-${references.numberOf(source)}` },
            about: `Source ${references.numberOf(source)}`
          },
          { text: place }
        ],
    [{ text: `${STATE_SIGNS[state]} ${stateWords(quote)}`, voice: alarm ? 'alarm' : 'plain' }]
  ]
}

function proves(input: ExportInput, quotes: number): string {
  const texts = input.options.includeTexts ? 'and the texts of the sources' : 'but not the texts of the sources'
  const found =
    quotes === 0
      ? ''
      : 'Each quote was looked up in the text taken from its source, to the letter, when this PDF was made. '
  const again = input.options.includeTexts
    ? 'so that anyone can repeat the check offline from this PDF alone.'
    : 'so that the check can be repeated by whoever holds the sources.'
  if (input.options.redacted) {
    return `${found}The attached ${PROOF_NAME} holds every quote as it stands here; of a source that is withheld, or holds what is, it gives neither the text nor its SHA-256, so that those quotes can be checked by whoever holds the source.`
  }
  return `${found}The attached ${PROOF_NAME} holds every quote with its place and the SHA-256 of its source, ${texts}, ${again}`
}

/** The same of a document that carries no proof. */
function provesLess(quotes: number): string {
  const found =
    quotes === 0
      ? ''
      : 'Each quote was looked up in the text taken from its source, to the letter, when this document was made. '
  return (
    `${found}A document of this kind can be edited without a trace and carries no proof. The PDF export of the same brief ` +
    `carries one, ${PROOF_NAME}, with which anyone can repeat the check.`
  )
}
