import type { Cite, Locator } from '../../shared/composition/citations.ts'
import type { CiteItem, Engine } from 'citeproc'
import { asPlainText } from './markers.ts'
import type { Position } from './positions.ts'
import type { CslStyle } from './styles.ts'

/** What a cite tells citeproc of its place: the position to print it for, and a locator or words to put behind it. */
type Pinpoint = Pick<CiteItem, 'locator' | 'label' | 'suffix'> & { kind: Position['kind'] }

/**
 * How a style is told where in a source a cite points. Two of the published styles print some paragraph numbers as if they
 * were pages, or not at all; there the place is put behind the cite, in the form of the manual.
 */
export function pinpoint(
  style: CslStyle,
  { locator }: Cite,
  { kind }: Position,
  type: string,
  getTerm: Engine['getTerm']
): Pinpoint {
  if (locator === null) return { kind }
  if (locator.label === null) return inWords(style, asPlainText(locator.value), kind)
  const native = { kind, locator: locator.value, label: locator.label }
  if (style === 'bluebook') return bluebook(locator, kind, type) ?? native
  if (style === 'oscola' && kind === 'ibid-with-locator' && locator.label === 'paragraph') {
    // OSCOLA (4th ed.) 1.2.1: ‘ibid’ with the paragraph named as in the citation before.
    const term = getTerm('paragraph', 'short', several(locator) ? 1 : 0).replaceAll('.', '')
    return { kind: 'ibid', suffix: ` ${term} ${locator.value}` }
  }
  return native
}

/** A place in words. Chicago and OSCOLA set page numbers without a word before them, and so do well for any words. */
function inWords(style: CslStyle, place: string, kind: Position['kind']): Pinpoint {
  return style === 'chicago-notes' || style === 'oscola'
    ? { kind, locator: place, label: 'page' }
    : { kind, suffix: `, ${place}` }
}

/** The Bluebook (21st ed.) 3.3: paragraphs by their sign, without ‘at’; 16.6: ‘at’ before the page of a newspaper. */
function bluebook(locator: Locator, kind: Position['kind'], type: string): Pinpoint | null {
  if (locator.label === 'page') {
    const printed = kind !== 'first' || type === 'report' || type === 'book'
    return printed ? null : { kind, suffix: `, at ${locator.value}` }
  }
  if (kind === 'ibid') return { kind }
  const place = `${several(locator) ? '¶¶' : '¶'} ${locator.value}`
  return kind === 'ibid-with-locator' ? { kind: 'ibid', suffix: ` ${place}` } : { kind, suffix: `, ${place}` }
}

function several({ value }: Locator): boolean {
  return !/^\d+$/.test(value)
}
