import type { BAG } from './bag.ts'
import type { PDF } from './pdf.ts'
import type { PROBLEMS } from './problems.ts'
import type { QUOTES } from './quotes.ts'
import type { SIGNATURES } from './signatures.ts'
import type { VERDICT } from './verdict.ts'

/**
 * The sentences of the checks, in English, as they are written there: `{1#}` stands for a number, `{1*}` for words that stay as they are, `{1>}` for a phrase, `{1,}` for
 * phrases with commas between them, `{1;}` for sentences. Each has its translations beside it, or it doesn't compile.
 */
export type Template =
  | keyof typeof VERDICT
  | keyof typeof PROBLEMS
  | keyof typeof PDF
  | keyof typeof SIGNATURES
  | keyof typeof BAG
  | keyof typeof QUOTES

declare const SAID: unique symbol
/** A sentence or phrase that has its translations. */
export type Said = string & { readonly [SAID]: true }

interface Kinds {
  '#': number
  '*': string
  '>': Said
  ',': readonly Said[]
  ';': readonly Said[]
}

/** What fills the places of a template, in their order. */
type Fillings<T extends string> = T extends `${string}{${number}${infer Kind}}${infer Rest}`
  ? [Kind extends keyof Kinds ? Kinds[Kind] : never, ...Fillings<Rest>]
  : []

/** A sentence or phrase of a check in English, its places filled. */
export function say<T extends Template>(template: T, ...fillings: Fillings<T>): Said {
  const given: readonly (number | string | readonly string[])[] = fillings
  let at = 0
  return template.replace(/\{\d([#*>,;])\}/g, (_, kind: string) => {
    const filling = given[at++]!
    return typeof filling === 'object' ? filling.join(kind === ';' ? ' ' : ', ') : String(filling)
  }) as Said
}

/** Sentences behind one another. */
export function sentences(...said: readonly Said[]): Said {
  return said.join(' ') as Said
}
