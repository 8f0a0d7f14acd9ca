/** What stands in quotation marks within one paragraph: half-open UTF-16 offsets, marks included. */
export interface Quoted {
  start: number
  end: number
  /** Without the marks. */
  innerStart: number
  innerEnd: number
  /** False when the paragraph ends before the mark that would close it. */
  isClosed: boolean
  /** The paragraph that it stands in. */
  paragraphStart: number
  paragraphEnd: number
  /** True when it goes on with the quotation before it, which its paragraph left open (each paragraph of a long speech opens anew). */
  isContinued: boolean
}

interface Convention {
  /** What may close a quotation that each mark opens. */
  readonly closing: Readonly<Record<string, string>>
  /** The marks to look for. */
  readonly marks: RegExp
}

const DOUBLE: Convention = {
  closing: {
    '“': '”"',
    '”': '”"',
    '„': '“”"',
    '«': '»',
    '»': '«',
    '‹': '›',
    '›': '‹',
    '「': '」',
    '『': '』',
    '"': '"”',
    '``': "''",
    "''": "''"
  },
  marks: /''|``|[“”„«»‹›「」『』"]/gu
}
const SINGLE: Convention = { closing: { '‘': "’'", "'": "'’", '‚': '‘’' }, marks: /[‘’‚']/gu }

const WORD = /[\p{L}\p{N}]/u
const SPEECH_END = /[,.?!…—–-]/
/** Words whose first letters an apostrophe stands for, and years: nothing is quoted there. */
const APOSTROPHED = /^(?:\d0s|\d\d\b|tis|twas|til|em|n|cause|round|bout|nuff|cos|neath)(?![\p{L}\p{N}])/iu
const MAX_GAP = 4

/**
 * The quotations of a text by their marks, in order, outermost only: “ ”, straight and typewriter marks, « », »so«, „ “, ‹ ›, 「 」, and single marks
 * where the text quotes with them. Marks pair within a paragraph (a line); apostrophes, inches and feet aren't marks. A quotation that a
 * paragraph leaves open ends with it, unless another opens in between.
 */
export function findQuoted(text: string): Quoted[] {
  const double = paired(text, DOUBLE)
  const single = /[‘']/.test(text) ? paired(text, SINGLE) : []
  return linked(text, quotesInSingle(text, double, single) ? single : double)
}

/** The British way: single marks hold the speech, double ones what is quoted within it. */
function quotesInSingle(text: string, double: readonly Quoted[], single: readonly Quoted[]): boolean {
  if (double.length === 0) return single.length > 0
  const isSpeech = ({ innerEnd, isClosed }: Quoted): boolean => isClosed && SPEECH_END.test(text[innerEnd - 1] ?? '')
  const outer = single.filter((one) => isSpeech(one) && !double.some((other) => within(one, other)))
  return outer.length > double.filter((one) => !single.some((other) => within(one, other))).length
}

function within(inner: Quoted, outer: Quoted): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function paired(text: string, { closing, marks }: Convention): Quoted[] {
  const found: Quoted[] = []
  const isSingle = closing['‘'] !== undefined
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from)
    const to = lineEnd < 0 ? text.length : lineEnd
    pairParagraph(text, from, to, closing, marks, isSingle, found)
    from = to + 1
  }
  return found
}

function pairParagraph(
  text: string,
  from: number,
  to: number,
  closing: Convention['closing'],
  marks: RegExp,
  isSingle: boolean,
  found: Quoted[]
): void {
  let open = -1
  let mark = ''
  /** A straight mark within typographic ones opened something that its next one closes, or typographic ones stand within a straight one. */
  let isNested = false
  const add = (end: number, innerEnd: number, isClosed: boolean): void => {
    const innerStart = open + mark.length
    if (innerEnd > innerStart && WORD.test(text.slice(innerStart, innerEnd)))
      found.push({
        start: open,
        end,
        innerStart,
        innerEnd,
        isClosed,
        paragraphStart: from,
        paragraphEnd: to,
        isContinued: false
      })
    open = -1
  }
  marks.lastIndex = from
  for (let match = marks.exec(text); match && match.index < to; match = marks.exec(text)) {
    const [here] = match
    const at = match.index
    const before = at > from ? text[at - 1]! : ' '
    const after = at + here.length < to ? text[at + here.length]! : ' '
    if (open >= 0 && mark === '“' && here === '"' && (isNested || (/\s/.test(before) && WORD.test(after)))) {
      isNested = !isNested
    } else if (open >= 0 && mark === '"' && (isNested ? here === '”' : holdsNested(text, open, at, from, to, after))) {
      isNested = !isNested
    } else if (open < 0) {
      if (opens(text, at, here, before, after, closing, isSingle)) {
        open = at
        mark = here
        isNested = false
      }
    } else if (closing[mark]!.includes(here)) {
      if (isSingle ? closesSingle(text, at, to, before, after) : !opensAnew(mark, before, after))
        add(at + here.length, at, true)
      else if (!isSingle) {
        add(at, at, false)
        open = at
        mark = here
      }
    } else if (here === mark && mark !== '"' && opensAnew(mark, before, after)) {
      add(at, at, false)
      open = at
      mark = here
    } else if (here === '“' && (mark === '“' || mark === '"') && WORD.test(before) && !WORD.test(after))
      add(at + 1, at, true)
  }
  if (open >= 0 && !isSingle) add(to, to, false)
}

function opens(
  text: string,
  at: number,
  here: string,
  before: string,
  after: string,
  closing: Convention['closing'],
  isSingle: boolean
): boolean {
  if (closing[here] === undefined) return false
  if (isSingle)
    return (
      !WORD.test(before) && before !== '.' && !/[\s'’]/.test(after) && !APOSTROPHED.test(text.slice(at + 1, at + 8))
    )
  // Inches, minutes, and the end of a quotation whose beginning is missing.
  if (here === '"' && /[^\s([—–-]/.test(before) && !WORD.test(after)) return false
  if (here === '”') return !WORD.test(before) && WORD.test(after)
  if (here === "''" && /\S/.test(before) && !WORD.test(after)) return false
  // German books turn them about (»so«); a French closing mark without its partner opens nothing.
  if (here === '»' || here === '›') return !/[\s\p{P}]/u.test(after) && !WORD.test(before)
  return true
}

/** A straight or opening mark behind a space and before a word opens a quotation of its own: the one before was never closed. */
function opensAnew(mark: string, before: string, after: string): boolean {
  return (mark === '"' || mark === '“' || mark === "''") && /[\s(]/.test(before) && WORD.test(after)
}

/** “…” within straight marks that are closed behind it, or that its paragraph opens with and leaves open. */
function holdsNested(text: string, open: number, at: number, from: number, to: number, after: string): boolean {
  if (text[at] !== '“' || !WORD.test(after)) return false
  const close = text.indexOf('”', at)
  const straight = text.indexOf('"', at)
  if (close < 0 || close >= to || (straight >= 0 && straight < close)) return false
  return straight >= 0 && straight < to ? !/\s/.test(text[straight - 1]!) : open === from
}

/** An apostrophe stands between letters, or behind the s of a plural; a closing mark behind what ends speech, or as the last of its kind. */
function closesSingle(text: string, at: number, to: number, before: string, after: string): boolean {
  if (WORD.test(after) || /\s/.test(before)) return false
  if (/[,.?!…—–;:)\]-]/.test(before)) return true
  if (before !== 's') return true
  const rest = text.slice(at + 1, to)
  const closer = /[,.?!…—–-][’'](?![\p{L}\p{N}])/u.exec(rest)
  const opener = /(?<![\p{L}\p{N}.])[‘'](?=[\p{L}\p{N}])/u.exec(rest)
  return closer === null || (opener !== null && opener.index < closer.index)
}

/** Marks what goes on with the paragraph before. */
function linked(text: string, found: Quoted[]): Quoted[] {
  for (let index = 1; index < found.length; index++) {
    const before = found[index - 1]!
    const one = found[index]!
    one.isContinued =
      !before.isClosed &&
      before.end === before.paragraphEnd &&
      one.start === one.paragraphStart &&
      one.start - before.end <= MAX_GAP &&
      text.slice(before.end, one.start).trim() === ''
  }
  return found
}
