import { BAG } from './bag.ts'
import { PDF } from './pdf.ts'
import { PROBLEMS } from './problems.ts'
import { QUOTES } from './quotes.ts'
import { SIGNATURES } from './signatures.ts'
import type { Translations } from './translations.ts'
import { VERDICT } from './verdict.ts'

/** All sentences and phrases of the checks by their English, the whole ones before the phrases of which others are made. */
export const SENTENCES: Readonly<Record<string, Translations>> = {
  ...VERDICT,
  ...SIGNATURES,
  ...BAG,
  ...QUOTES,
  ...PDF,
  ...PROBLEMS
}
