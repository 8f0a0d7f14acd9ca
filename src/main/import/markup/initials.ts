import { ELEMENT, TEXT, type DomElement, type DomNode } from './dom.ts'
import type { PlacedPiece } from './placed-piece.ts'

/** Names of elements that set the first letter of a text apart. */
const OF_INITIALS =
  /drop-?_?cap|(?:^|[\s_-])(?:initials?|initiale?|lettrine|capitular|first-?(?:letter|char(?:acter)?)|big-?letter|lead-?letter|kapitälchen)(?:$|[\s_-])|firstletter|firstchar|initialcap/iu
/** Names of elements that only screen readers read. */
const FOR_READERS =
  /(?:^|[\s_-])(?:sr-?only|screen-?reader(?:-?(?:text|only))?|visually-?hidden|visuallyhidden|a11y-?(?:text|hidden)|assistive-?text|offscreen|off-?screen|clip(?:ped)?-?text|hidden-?visually|u-?hidden-?visually)(?:$|[\s_-])/iu
const ONE_LETTER = /^["“„«»‘'‚¿¡(]?\p{L}\p{M}*$/u
const LONGEST_COPY = 40
/** A word or two in letters, each an element of its own. */
const MOST_PARTS = 40

/**
 * True for one of two copies of the same words, of which readers of the page see or hear one: a first letter that a screen reader's copy repeats
 * (`<span aria-hidden="true">I</span><span class="sr-only">I</span>t never`), or that the text behind it has as well. Also for words that only a
 * screen reader reads and the page shows nowhere (`opens in a new window`).
 */
export function isSecondCopy(element: DomElement): boolean {
  const names = namesOf(element)
  const isHidden = element.getAttribute('aria-hidden') === 'true'
  if (!isHidden && !FOR_READERS.test(names) && !OF_INITIALS.test(names)) return false
  const text = trimmed(element)
  if (text === '' || text.length > LONGEST_COPY) return false
  if (FOR_READERS.test(names)) return shownBeside(element, text) === '' && !isBeginning(element)
  if (isHidden && isReadAloud(element)) return true
  // The letter stands in the text behind it as well: `<span class="dropcap">I</span>It never`.
  return (isHidden || OF_INITIALS.test(names)) && ONE_LETTER.test(text) && repeatsAtOnce(textBehind(element), text)
}

/** The letter that a picture stands for at the beginning of a text; null for other pictures. */
export function initialOf(picture: DomElement): string | null {
  const label = (picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '').trim()
  if (!ONE_LETTER.test(label)) return null
  const around = picture.parentElement
  const isNamed = OF_INITIALS.test(
    `${namesOf(picture)} ${around ? namesOf(around) : ''} ${picture.getAttribute('src') ?? ''}`
  )
  const behind = textBehind(picture)
  return (isNamed && !repeatsAtOnce(behind, label)) || /^\p{Ll}/u.test(behind) ? label : null
}

/** Puts a first letter that stands in a block of its own before the text that goes on behind it. */
export function joinInitials(pieces: PlacedPiece[]): PlacedPiece[] {
  const joined: PlacedPiece[] = []
  let letter: PlacedPiece | null = null
  for (const piece of pieces) {
    if (letter && piece.type === 'paragraph' && /^\p{Ll}/u.test(piece.text)) {
      joined.push({
        ...piece,
        text: letter.text + (isWordOfIts(letter.text, piece.text, pieces) ? ' ' : '') + piece.text
      })
      letter = null
      continue
    }
    if (letter) joined.push(letter)
    letter = /^["“„«‘']?\p{Lu}$/u.test(piece.text) && piece.type === 'paragraph' ? piece : null
    if (!letter) joined.push(piece)
  }
  if (letter) joined.push(letter)
  return joined
}

/** `A` before `memo` is a word when `memo` is one in the rest of the text; `I` before `t never` is none. */
function isWordOfIts(letter: string, text: string, pieces: readonly PlacedPiece[]): boolean {
  const next = /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? ''
  if (!/[AIOEYUÀÓВИКОСУЯ]$/u.test(letter) || next.length < 2) return false
  const whole = new RegExp(`(?<!\\p{L})${next}(?!\\p{L})`, 'iu')
  return pieces.some((piece) => piece.text !== text && whole.test(piece.text)) || whole.test(text.slice(next.length))
}

function namesOf(element: DomElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
}

function trimmed(node: DomNode): string {
  return (node.textContent ?? '').replace(/\s+/gu, ' ').trim()
}

/** The outermost element around one that holds nothing else. */
function unitOf(element: DomElement): DomElement {
  const text = trimmed(element)
  let unit = element
  while (unit.parentElement && WRAPPING.test(unit.parentElement.tagName) && trimmed(unit.parentElement) === text)
    unit = unit.parentElement
  return unit
}
const WRAPPING = /^(?:SPAN|B|STRONG|I|EM|FONT|BIG)$/u

function isUnread(element: DomElement): boolean {
  const inner = element.getAttribute('aria-hidden') === 'true' ? element : element.querySelector('[aria-hidden="true"]')
  return inner !== null && trimmed(inner) === trimmed(element)
}

/** The elements beside one in a direction, up to the first text, as long as `belongs` holds. */
function run(
  from: DomElement,
  step: 'nextSibling' | 'previousSibling',
  belongs: (element: DomElement) => boolean
): DomElement[] {
  const found: DomElement[] = []
  for (let node = from[step]; node && found.length < MOST_PARTS; node = node[step]) {
    if (node.nodeType === TEXT && (node.textContent ?? '').trim() === '') continue
    if (node.nodeType !== ELEMENT || !belongs(node as DomElement)) break
    found.push(node as DomElement)
  }
  return step === 'nextSibling' ? found : found.toReversed()
}

/** Text beside a screen reader's copy that readers of the page see and that the copy says as well; empty for none. */
function shownBeside(copy: DomElement, text: string): string {
  const unit = unitOf(copy)
  for (const step of ['previousSibling', 'nextSibling'] as const) {
    const shown = run(unit, step, isUnread).map(trimmed).join('')
    if (shown !== '' && text.toLowerCase().startsWith(shown.toLowerCase())) return shown
  }
  return ''
}

/** True for what readers of the page see when a copy of it for screen readers stands beside it. */
function isReadAloud(element: DomElement): boolean {
  const unit = unitOf(element)
  const before = run(unit, 'previousSibling', isUnread)
  const behind = run(unit, 'nextSibling', isUnread)
  const first = before[0] ?? unit
  const last = behind.at(-1) ?? unit
  const isCopy = (other: DomElement): boolean =>
    FOR_READERS.test(`${namesOf(other)} ${namesOf(other.firstElementChild ?? other)}`)
  return [...run(first, 'previousSibling', isCopy).slice(-1), ...run(last, 'nextSibling', isCopy).slice(0, 1)].some(
    (copy) => shownBeside(copy, trimmed(copy)) !== ''
  )
}

/** Letters that go on in the text behind them without a blank. */
function isBeginning(element: DomElement): boolean {
  return /^\p{L}$/u.test(trimmed(element)) && /^\p{Ll}/u.test(textBehind(element))
}

function repeatsAtOnce(behind: string, letter: string): boolean {
  const first = letter.replace(/^\P{L}/u, '')
  const begins = /^["“„«‘']?(\p{L}\p{M}*)/u.exec(behind)?.[1] ?? ''
  return begins === first && /^\p{Lu}/u.test(first) && /^\P{L}?\p{L}\p{M}*(?:[\p{Ll}’']|\s|,)/u.test(behind)
}

/** The text that follows an element at once, elements that are hidden from readers aside. */
function textBehind(element: DomElement): string {
  let node: DomNode | null = element
  while (node && !node.nextSibling && node.parentNode && WRAPPING.test(node.parentNode.nodeName)) node = node.parentNode
  for (let next = node?.nextSibling ?? null; next; next = next.nextSibling) {
    if (next.nodeType === TEXT && next.textContent !== '') return next.textContent ?? ''
    if (next.nodeType === ELEMENT && (next.textContent ?? '') !== '') return next.textContent ?? ''
  }
  return ''
}
