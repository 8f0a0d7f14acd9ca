import { lowered } from './lowered.ts'

/** Accents that TeX sets on the letter behind them, as combining characters. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331']
])
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ss: 'ß',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    i: 'ı',
    j: 'ȷ',
    dh: 'ð',
    th: 'þ',
    dj: 'đ',
    textendash: '–',
    textemdash: '—',
    textquoteleft: '‘',
    textquoteright: '’',
    textquotedblleft: '“',
    textquotedblright: '”',
    textquotesingle: "'",
    guillemotleft: '«',
    guillemotright: '»',
    quotedblbase: '„',
    quotesinglbase: '‚',
    ldots: '…',
    dots: '…',
    textellipsis: '…',
    textbackslash: '\\',
    backslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textunderscore: '_',
    textbar: '|',
    textless: '<',
    textgreater: '>',
    texteuro: '€',
    euro: '€',
    pounds: '£',
    textsterling: '£',
    S: '§',
    P: '¶',
    copyright: '©',
    textregistered: '®',
    texttrademark: '™',
    textdegree: '°',
    slash: '/',
    space: ' '
  })
)
/** Letters and signs of mathematics that titles have. */
const MATHS: ReadonlyMap<string, string> = new Map(
  (
    'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ' +
    'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω sim ∼ times × cdot · pm ± to → rightarrow → leq ≤ geq ≥ infty ∞ approx ≈ neq ≠ circ ° textmu µ textsection § textparagraph ¶'
  )
    .split(' ')
    .flatMap((name, index, all) => (index % 2 === 0 ? [[name, all[index + 1]!] as [string, string]] : []))
)
/** Numbers above or below the line: `_2`, `^{10}`, `\\textsubscript{2}`. */
const LOWERED =
  /(?:\\text(super|sub)script\s*|([_^]))(?:\{\s*(?:\\(?:text|math)rm\s*\{)?([0-9+-]{1,8})\}?\s*\}|([0-9]))/g
const COMMAND = /\\(?:([a-zA-Z]+)[ \t]*|([^a-zA-Z]))/y

/**
 * The text that a TeX value stands for: accents composed, known symbols as characters, braces and commands left out with what they enclose kept. White space
 * collapses.
 */
export function texToText(written: string): string {
  const value = written.replace(LOWERED, (whole, word?: string, sign?: string, group?: string, digit?: string) =>
    whole.startsWith('\\') && group === undefined
      ? whole
      : lowered(group ?? digit ?? '', word === 'super' || sign === '^')
  )
  const out: string[] = []
  let accent = ''
  const put = (text: string): void => {
    out.push(text + accent)
    if (accent !== '') accent = ''
  }
  for (let at = 0; at < value.length;) {
    const char = value[at]!
    if (char === '\\') {
      COMMAND.lastIndex = at
      const [whole = char, word, sign] = COMMAND.exec(value) ?? []
      at += whole.length
      const name = word ?? sign ?? ''
      const mark = ACCENTS.get(name)
      const symbol = SYMBOLS.get(name) ?? MATHS.get(name)
      if (mark !== undefined && (word === undefined || /^[{ ]?\s*\p{L}/u.test(value.slice(at, at + 3)))) accent = mark
      else if (symbol !== undefined) put(accent !== '' && /^[ij]$/.test(name) ? name : symbol)
      else if (sign !== undefined && !/[()[\]\-/,;!]/.test(sign)) put(sign === '\\' ? ' ' : sign)
      continue
    }
    const [taken, text] = plain(value, at)
    at += taken
    if (text !== '') put(text)
  }
  return out.join('').normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** How much of a value stands here without a command, and what it means. */
function plain(value: string, at: number): [taken: number, text: string] {
  const three = value.slice(at, at + 3)
  if (three === '---') return [3, '—']
  const two = three.slice(0, 2)
  if (two === '--') return [2, '–']
  if (two === '``') return [2, '“']
  if (two === "''") return [2, '”']
  const char = String.fromCodePoint(value.codePointAt(at)!)
  if (char === '{' || char === '}' || char === '$') return [1, '']
  if ((char === '^' || char === '_') && two.endsWith('{')) return [1, '']
  return [char.length, char === '~' ? '\u00A0' : char]
}
