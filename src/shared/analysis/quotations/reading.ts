import { candidatesIn, type Candidate } from './candidates.ts'
import { judge, type Judged } from './cue-sources.ts'
import { findQuoted, type Quoted } from './marks.ts'
import { parse } from './parsed.ts'
import { sentencesOf, type Sentence } from './sentences.ts'
import { shapeOf, type Shape } from './shape.ts'

/** A quotation with what speaks for and against each who may have spoken it. */
export interface Reading {
  quote: Quoted
  /** Its sentence. */
  sentence: Judged
  shape: Shape
  candidates: Candidate[]
  /** How it stands to the quotation before it; empty for the first. */
  carry: string[]
}

/** Reads the quotations of a text and their surroundings, in order. `weights` are those of who a verb's subject is. */
export function readQuotations(text: string, weights: Readonly<Record<string, number>>): Reading[] {
  const quoted = findQuoted(text)
  const paragraphs = new Map<number, Sentence[]>()
  const judged = new Map<Sentence, Judged>()
  const readings: Reading[] = []
  const paragraph = (start: number, end: number): Sentence[] => {
    let sentences = paragraphs.get(start)
    if (sentences === undefined) {
      let first = 0
      while (first < quoted.length && quoted[first]!.end <= start) first++
      sentences = sentencesOf(text, start, end, quoted, first)
      paragraphs.set(start, sentences)
    }
    return sentences
  }
  const judgedOf = (sentence: Sentence): Judged => {
    const known = judged.get(sentence) ?? judge(parse(sentence, text, quoted), weights)
    judged.set(sentence, known)
    return known
  }
  for (let index = 0; index < quoted.length; index++) {
    const quote = quoted[index]!
    const sentences = paragraph(quote.paragraphStart, quote.paragraphEnd)
    const at = sentences.findIndex(({ tokens }) => tokens.some((token) => token.masked === index))
    const sentence = judgedOf(sentences[at]!)
    const position = sentence.tokens.findIndex((token) => token.masked === index)
    const shape = shapeOf(text, quote, sentence, position)
    const candidates = candidatesIn(sentence, position, shape, 'same')
    const last = at > 0 ? sentences[at - 1] : lastOf(text, quote.paragraphStart, paragraph)
    if (last !== undefined) {
      const before = judgedOf(last)
      for (const candidate of candidatesIn(before, before.tokens.length, shape, 'previous')) {
        const where = at > 0 ? 'near' : 'above'
        const edge = before.tokens.at(-1)!
        candidate.signs.push(
          `previous ${where} ${edge.text === ':' ? 'colon' : edge.masked >= 0 ? 'quoted' : 'plain'} ${shape.signs[8]!}`
        )
        candidates.push(candidate)
      }
    }
    candidates.push(...labelled(text, quote), ...signedBelow(text, quote))
    readings.push({
      quote,
      sentence,
      shape,
      candidates,
      carry: carried(text, quoted, index, sentence, position, at, shape)
    })
  }
  return readings
}

/** “WARDEN: We waited.”: a script's label within the marks. */
function labelled(text: string, { innerStart, innerEnd }: Quoted): Candidate[] {
  const head = text.slice(innerStart, Math.min(innerEnd, innerStart + LABEL))
  const label = /^\s*((?:\p{Lu}[\p{Lu}.'’-]+\s?){1,4}):\s/u.exec(head)
  if (label === null) return []
  const start = innerStart + label[0].indexOf(label[1]!)
  return [{ start, end: start + label[1]!.trimEnd().length, cue: null, signs: ['label within'] }]
}

const LABEL = 60

/** “…” and in a line of its own below “— Orla Venn”; or an open quotation whose last mark stands behind the name below: “Orla Venn, mayor.”” */
function signedBelow(text: string, { end, paragraphEnd, isClosed }: Quoted): Candidate[] {
  if (/\p{L}/u.test(text.slice(end, paragraphEnd))) return []
  const below = text.slice(paragraphEnd, paragraphEnd + 2 * LABEL)
  const signature =
    /^\s*\n\s*[-–—―]+\s*(\p{Lu}[^\n,.;“”"]{2,60})/u.exec(below) ?? (isClosed ? null : CLOSED_BELOW.exec(below))
  if (signature === null) return []
  const start = paragraphEnd + signature.index + signature[0].length - signature[1]!.length
  return [{ start, end: start + signature[1]!.length, cue: null, signs: ['signed below'] }]
}

/** Up to the comma behind the name; what follows is the line's rest with the mark that closes the quotation. */
const CLOSED_BELOW = /^\n(\p{Lu}(?:[^\n,;“”"]{2,60}?))(?=(?:,[^\n“”"]{2,80})?\.?["”][ \t]*(?:\n|$))/u

function lastOf(
  text: string,
  start: number,
  paragraph: (start: number, end: number) => Sentence[]
): Sentence | undefined {
  let end = start
  while (end > 0 && /\s/.test(text[end - 1]!)) end--
  if (end === 0) return undefined
  return paragraph(text.lastIndexOf('\n', end - 1) + 1, end).at(-1)
}

function carried(
  text: string,
  quoted: readonly Quoted[],
  index: number,
  sentence: Judged,
  position: number,
  sentenceIndex: number,
  shape: Shape
): string[] {
  const before = quoted[index - 1]
  const quote = quoted[index]!
  if (before === undefined) return []
  const inSentence = sentence.tokens.some((token) => token.masked === index - 1)
  const where = inSentence ? 'sentence' : before.paragraphStart === quote.paragraphStart ? 'paragraph' : 'above'
  const between = text.slice(before.end, quote.start)
  const words = between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const gap = words === 0 ? '0' : words <= 3 ? '3' : words <= 8 ? '8' : words <= 20 ? '20' : words <= 50 ? '50' : 'far'
  const preCue = sentence.cues.some((cue) => cue.at < position)
  const postCue = sentence.cues.some((cue) => cue.at > position)
  const alone = shape.signs[8]!
  const last = text[before.innerEnd - 1] ?? ''
  return [
    `carry ${where} gap ${gap}`,
    `carry ${where} gap ${gap} ${alone}`,
    `carry ${where} ${preCue ? 'pre' : '-'} ${postCue ? 'post' : '-'} ${shape.signs[0]!}`,
    `carry ${where} ${alone} ${sentenceIndex === 0 ? 'opens' : 'within'}`,
    `carry ${where} ${before.isClosed ? 'closed' : 'open'} ${last === ',' ? 'comma' : /[.?!]/.test(last) ? 'stop' : 'none'} ${shape.signs[0]!}`,
    `carry ${where} ${shape.signs[3]!} ${preCue ? 'pre' : '-'}`
  ]
}
