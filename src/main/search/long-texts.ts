import { tokenise, wantedTokens, type Token, type Wanted } from '../../shared/search/tokens.ts'

/** UTF-16 units from which on a text is long, and of how many in all the tokens are kept: some eight times as many bytes. */
const LONG = 200_000
const KEPT = 6_000_000

/** The tokens of texts; those of long ones are kept, for the same are shown again and again while somebody types or turns pages. */
export class LongTexts {
  /** The one that was asked for last comes last. */
  readonly #kept: { text: string; tokens: readonly Token[] }[] = []

  /** The tokens of a text with their places: at least those that are wanted. */
  tokens(text: string, wanted: Wanted): readonly Token[] {
    if (text.length < LONG) return wantedTokens(text, wanted)
    const at = this.#kept.findIndex((one) => one.text === text)
    const [known] = at < 0 ? [{ text, tokens: tokenise(text) }] : this.#kept.splice(at, 1)
    this.#kept.push(known!)
    let units = this.#kept.reduce((sum, one) => sum + one.text.length, 0)
    while (units > KEPT && this.#kept.length > 1) units -= this.#kept.shift()!.text.length
    return known!.tokens
  }
}
