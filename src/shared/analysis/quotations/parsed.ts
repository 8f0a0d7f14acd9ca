import type { Token } from '../running-text/tokens.ts'
import { wordClass } from '../running-text/word-class.ts'
import type { Quoted } from './marks.ts'
import { cuesOf, phrasesOf, type CueAt, type Phrase } from './phrases.ts'
import type { Sentence } from './sentences.ts'

/** A sentence with its noun phrases and the verbs that may bring a quotation. */
export interface Parsed extends Sentence {
  phrases: Phrase[]
  cues: CueAt[]
  /** What was found out of how phrases stand to verbs. */
  relations: Map<number, string>
}

/** Reads a sentence: its noun phrases and its cues. */
export function parse(sentence: Sentence, text: string, quoted: readonly Quoted[]): Parsed {
  const cues = cuesOf(sentence.tokens)
  addUnknownCues(sentence.tokens, cues, text, quoted)
  return { ...sentence, cues, phrases: phrasesOf(sentence.tokens, cues), relations: new Map() }
}

/** “Splendid!” beamed Ms. Orla; “No,” Orla thundered: a verb beside speech is a cue, whichever it is. */
function addUnknownCues(tokens: readonly Token[], cues: CueAt[], text: string, quoted: readonly Quoted[]): void {
  for (let at = 0; at < tokens.length - 1; at++) {
    const token = tokens[at]!
    if (token.masked < 0 || !/[,?!.…—-]/.test(text[quoted[token.masked]!.innerEnd - 1] ?? '')) continue
    for (let next = at + 1; next < tokens.length && next < at + 7; next++) {
      const one = tokens[next]!
      if (!one.isWord) {
        if (one.text === ',' && next === at + 1) continue
        break
      }
      if (one.isCapital || cues.some((cue) => cue.at === next)) {
        if (one.isCapital) continue
        break
      }
      const kind = wordClass(one.lower)
      if (
        kind === 'other' &&
        /^[^'’]+(?:ed|s)$/u.test(one.lower) &&
        (next > at + 1 || tokens[next + 1]?.isCapital === true)
      ) {
        cues.push({ at: next, class: 'say', form: 'finite', verb: 'unknown', mayBeNoun: true })
        break
      }
      if (kind === 'preposition' || kind === 'subordinator' || kind === 'conjunction') break
    }
  }
  cues.sort((a, b) => a.at - b.at)
}
