import { tokenise, type Token } from '../running-text/tokens.ts'
import { PRONOUNS, wordClass } from '../running-text/word-class.ts'
import { cueOf } from '../running-text/cue-verbs.ts'
import type { Quoted } from './marks.ts'

/** A sentence of the text around quotations; each quotation is one token of it. */
export interface Sentence {
  tokens: Token[]
  /** Start of its paragraph. */
  paragraph: number
}

const ENDS = /[.?!…]$/
/** How far behind a quotation its attribution is looked for, in tokens. */
const REACH = 12

/** The sentences of a paragraph. What a quotation holds ends no sentence, but its last mark may. */
export function sentencesOf(
  text: string,
  start: number,
  end: number,
  quoted: readonly Quoted[],
  first: number
): Sentence[] {
  const tokens = tokenise(text, start, end, quoted, first)
  const sentences: Sentence[] = []
  let from = 0
  for (let at = 0; at < tokens.length; at++) {
    if (!endsSentence(text, tokens, at, from, quoted)) continue
    sentences.push({ tokens: tokens.slice(from, at + 1), paragraph: start })
    from = at + 1
  }
  if (from < tokens.length) sentences.push({ tokens: tokens.slice(from), paragraph: start })
  return sentences
}

function endsSentence(text: string, tokens: Token[], at: number, from: number, quoted: readonly Quoted[]): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (next === undefined) return true
  if (token.masked >= 0) {
    const { innerEnd } = quoted[token.masked]!
    if (!ENDS.test(text.slice(innerEnd - 1, innerEnd))) return false
    if (next.masked >= 0) return at === from || tokens[at - 1]!.isWord === false
    return (next.isCapital || PRONOUNS.has(next.lower)) && !isAttribution(tokens, at + 1)
  }
  if (token.isWord) return false
  if (/[.?!]/.test(token.text)) return !/^[,;)\]]/.test(next.text) && (next.masked >= 0 || !/^\p{Ll}/u.test(next.text))
  return false
}

/** True for what says who spoke the quotation before it: `Mr. Aldane said`, `she told reporters`. */
function isAttribution(tokens: Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + REACH; at++) {
    const token = tokens[at]!
    if (token.masked >= 0) return false
    if (!token.isWord) {
      if (token.text === ',' || token.text === '(' || token.text === ')') continue
      return false
    }
    const cue = cueOf(token.lower)
    if (cue !== undefined && !token.isCapital && at > from) return cue.class === 'say' && cue.form === 'finite'
    const kind = wordClass(token.lower)
    if (!token.isCapital && (kind === 'verb' || kind === 'subordinator')) return false
  }
  return false
}
