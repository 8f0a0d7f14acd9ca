import { ELEMENT, TEXT, type DomElement, type DomNode } from '../../markup/dom.ts'
import { oneLine } from '../../extracted/wording.ts'

/** What stands in a heading and is no part of it: labels, dates, buttons, words for screen readers. */
const NO_PART =
  /(?:^|[\s_-])(?:aural|sr-?only|screen-?reader\S*|visually-?hidden|hidden|invisible|badge|label|abo|premium|plus|paid|flag|btn|button|edit|edit-?link|share|icon|comments?|count|counter|permalink|anchor|headerlink|header-anchor|time|date|datum|posted|meta|byline|author)(?:$|[\s_-])/iu
/** Lines above a headline that some pages put into the same element. */
const KICKER =
  /kicker|roof-?line|top-?line|dach-?zeile|over-?line|eye-?brow|pre-?title|super-?title|sup-?title|spitzmarke|categor|rubri[ck]|ressort|section/iu
/** The sign of a link to a heading itself. */
const PERMALINK = /\s*[¶§#]$/u
const SOFT = /[\u00AD\u200B\u200C\u2060\uFEFF]/gu
const STYLED = /^(?:A|ABBR|B|BDI|CITE|CODE|EM|FONT|I|MARK|Q|S|STRONG|SUB|SUP|U|WBR|NOBR)$/u

/** A heading's text in the forms that may be the headline. */
export interface Heading {
  /** All that it shows, labels aside; parts that touch are set apart. */
  text: string
  /** The same without the line above the headline; null when there's none. */
  bare: string | null
  /** True when it has parts between which a style may put marks: `<span>Kicker</span><span>Headline</span>`. */
  hasParts: boolean
}

/** Reads a heading element. */
export function readHeading(element: DomElement): Heading {
  const text = clean(write(element, (part) => !isNoPart(part)))
  const whole = text === '' ? clean(write(element, () => true)) : text
  const without = clean(write(element, (part) => !isNoPart(part) && !KICKER.test(namesOf(part))))
  const parts = [...element.querySelectorAll('*')].filter((part) => !STYLED.test(part.tagName) && !isNoPart(part))
  return {
    text: whole,
    bare: without === '' || without === whole ? null : without,
    hasParts: parts.filter((part) => oneLine(part.textContent ?? '') !== '').length > 0
  }
}

function isNoPart(part: DomElement): boolean {
  if (/^(?:TIME|BUTTON|SVG|STYLE|SCRIPT)$/u.test(part.tagName)) return true
  return NO_PART.test(namesOf(part)) || part.hasAttribute('hidden')
}

function namesOf(part: DomElement): string {
  return `${part.getAttribute('class') ?? ''} ${part.getAttribute('id') ?? ''}`
}

function clean(text: string): string {
  return oneLine(text.replace(/\u00A0/gu, ' ').replace(SOFT, ''))
    .replace(PERMALINK, '')
    .replace(/^[:|•·–—]\s|\s[:|•·–—]$/gu, '')
}

/** Text below an element, a blank where two parts touch of which one isn't only styled. */
function write(root: DomElement, keep: (part: DomElement) => boolean): string {
  let text = ''
  let apart = false
  let node: DomNode | null = root
  while (node) {
    let inner: DomNode | null = null
    if (node.nodeType === TEXT) {
      const run = node.textContent ?? ''
      // Letters of one word may stand in several elements: `<span>H</span>arbour`.
      const touches = apart && (/\p{Ll}$/u.test(text) ? /^[\p{Lu}\p{N}"“„«]/u : /^[\p{L}\p{N}"“„«‘']/u).test(run)
      const isInitial = /(?:^|\s)\p{Lu}$/u.test(text)
      text += (touches && !isInitial && /\S$/u.test(text) ? ' ' : '') + run
      if (run !== '') apart = false
    } else if (node.nodeType === ELEMENT) {
      const part = node as DomElement
      if (!STYLED.test(part.tagName)) apart = true
      if (part.tagName === 'BR') text += ' '
      if (node === root || keep(part)) inner = node.firstChild
    }
    if (inner) {
      node = inner
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && !STYLED.test(node.nodeName)) apart = true
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  return text
}
