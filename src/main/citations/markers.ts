import type { Citeproc, Engine, OutputFormat } from 'citeproc'
import type { FormattedRun } from '../../shared/composition/citations.ts'

/**
 * citeproc writes strings. Its formatting is told apart from the words by noncharacters of Unicode, which no text may hold:
 * each kind has one that begins it, and one ends them all. What stands in metadata goes in without them.
 */
const ENDS = '\ufdd0'
/** Stands for `<` on the way through citeproc, which would take it for markup. */
const LESS = '\ufdd1'
/** Begins a cite or an entry; its index follows in digits of its own, and `ENDS`. */
const CITE = '\ufdd2'
const DIGITS = Array.from({ length: 10 }, (_, i) => String.fromCharCode(0xfde0 + i))
const NONCHARACTERS = /[\ufdd0-\ufdef]/g

type Look = Pick<FormattedRun, 'bold' | 'italic' | 'smallCaps' | 'script'>

/** What each formatting begins with, and what it changes: `undefined` takes back what surrounds it. */
const LOOKS: Record<string, { begins: string; look: { [Key in keyof Look]: Look[Key] | undefined } }> = {
  '@font-style/italic': { begins: '\ufdd3', look: { italic: true } },
  '@font-style/oblique': { begins: '\ufdd4', look: { italic: true } },
  '@font-style/normal': { begins: '\ufdd5', look: { italic: undefined } },
  '@font-weight/bold': { begins: '\ufdd6', look: { bold: true } },
  '@font-weight/normal': { begins: '\ufdd7', look: { bold: undefined } },
  '@font-variant/small-caps': { begins: '\ufdd8', look: { smallCaps: true } },
  '@font-variant/normal': { begins: '\ufdd9', look: { smallCaps: undefined } },
  '@vertical-align/sup': { begins: '\ufdda', look: { script: 'super' } },
  '@vertical-align/sub': { begins: '\ufddb', look: { script: 'sub' } },
  '@vertical-align/baseline': { begins: '\ufddc', look: { script: undefined } },
  '@URL/true': { begins: '\ufddd', look: {} },
  '@DOI/true': { begins: '\ufdde', look: {} }
}
const ADDRESSES = new Set(['\ufddd', '\ufdde'])
const BY_MARK = new Map(Object.values(LOOKS).map(({ begins, look }) => [begins, look]))

/** Name of the format that `readMarked` reads. */
export const FORMAT = 'dossier'

const QUOTES: OutputFormat = {
  '@quotes/true': (state, text) => `${state.getTerm('open-quote')}${text}${state.getTerm('close-quote')}`,
  // Without a text it asks for an apostrophe.
  '@quotes/inner': (state, text: string | undefined) =>
    text === undefined ? '’' : `${state.getTerm('open-inner-quote')}${text}${state.getTerm('close-inner-quote')}`,
  '@quotes/false': false
}

const SAME = (_state: unknown, text: string): string => text

/** Registers the format with citeproc. */
export function registerFormat({ Output }: Citeproc): void {
  Output.Formats[FORMAT] = {
    text_escape: (text: string | undefined) => text ?? '',
    bibstart: '',
    bibend: '',
    '@passthrough/true': SAME,
    '@strip-periods/true': SAME,
    '@strip-periods/false': SAME,
    '@font-weight/light': false,
    '@text-decoration/none': false,
    '@text-decoration/underline': false,
    '@cite/entry': SAME,
    '@bibliography/entry': function (this: { item_id: string }, _state: Engine, text: string) {
      return citeMark(Number(this.item_id)) + text
    },
    '@display/block': SAME,
    '@display/left-margin': SAME,
    '@display/right-inline': SAME,
    '@display/indent': SAME,
    '@showid/true': SAME,
    ...QUOTES,
    ...Object.fromEntries(Object.entries(LOOKS).map(([name, { begins }]) => [name, `${begins}%%STRING%%${ENDS}`]))
  }
}

/** A text of metadata as citeproc may have it: on one line, with nothing that it could take for markup. */
export function asPlainText(text: string): string {
  return text
    .toWellFormed()
    .replace(NONCHARACTERS, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('<', LESS)
    .trim()
}

/** What marks the beginning of a cite, put before it as its prefix, or of an entry. */
export function citeMark(index: number): string {
  return CITE + Array.from(String(index), (digit) => DIGITS[Number(digit)]!).join('') + ENDS
}

/** Reads what citeproc wrote: runs of one look each. */
export function readMarked(marked: string): FormattedRun[] {
  const runs: FormattedRun[] = []
  const open: Omit<FormattedRun, 'text'>[] = [{}]
  let cite: number | undefined
  let addresses = 0
  for (const [token, digits, written] of marked.matchAll(TOKENS)) {
    if (digits !== undefined) cite = Number(Array.from(digits, (digit) => DIGITS.indexOf(digit)).join(''))
    else if (written !== undefined) {
      const text = written.replaceAll(LESS, '<')
      const run: FormattedRun = { text, ...open.at(-1) }
      if (addresses > 0 && /^https?:\/\//i.test(text)) run.uri = text
      if (cite !== undefined) run.cite = cite
      const last = runs.at(-1)
      if (last && sameLook(last, run)) last.text += text
      else runs.push(run)
    } else if (token === ENDS) {
      if (open.length > 1) open.pop()
      if (addresses > 0) addresses--
    } else {
      open.push(known({ ...open.at(-1), ...BY_MARK.get(token) }))
      addresses = ADDRESSES.has(token) || addresses > 0 ? addresses + 1 : 0
    }
  }
  return runs
}

const TOKENS = /\ufdd2([\ufde0-\ufde9]+)\ufdd0|([^\ufdd0\ufdd2-\ufdde]+)|[\ufdd0\ufdd3-\ufdde]/g

const LOOK_KEYS = ['bold', 'italic', 'smallCaps', 'script'] as const

function known(look: { [Key in keyof Look]: Look[Key] | undefined }): Look {
  return Object.fromEntries(LOOK_KEYS.flatMap((key) => (look[key] === undefined ? [] : [[key, look[key]]])))
}

function sameLook(a: FormattedRun, b: FormattedRun): boolean {
  return [...LOOK_KEYS, 'uri' as const, 'cite' as const].every((key) => a[key] === b[key])
}
