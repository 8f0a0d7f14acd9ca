import { lowered } from './lowered.ts'
import { texToText } from './tex.ts'

/** Elements that reference managers and publishers put into titles (CSL's rich text, JATS, HTML). */
const TAG =
  /<\/?(?:i|b|u|em|strong|span|sub|sup|sc|scp|tt|p|italic|bold|inf|small|br|jats:[a-z-]+|mml:[a-z]+)(?:\s[^<>]{0,300})?\/?>/gi
const LOWERED = /<(sub|sup|inf)>([0-9+−-]{1,8})<\/\1>/gi
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,12}));/gi
/** Accents in the names of letters' entities, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327'
}
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    ndash: '–',
    mdash: '—',
    hyphen: '-',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    aring: 'å',
    Aring: 'Å',
    eth: 'ð',
    thorn: 'þ',
    iexcl: '¡',
    iquest: '¿',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    euro: '€',
    pound: '£',
    sect: '§',
    shy: '\u00AD',
    thinsp: '\u2009'
  })
)

/**
 * The words of a title or name that was written with markup: tags of inline elements left out, entities as their characters (also where they were written twice, `&amp;amp;`), TeX
 * where there is any.
 */
export function plainWords(written: string): string {
  let text = written.replace(/[\u2028\u2029]+/g, ' ')
  for (let pass = 0; pass < 2 && text.includes('&'); pass++) text = text.replace(ENTITY, entity)
  text = text.replace(LOWERED, (_, tag: string, digits: string) => lowered(digits, /^sup$/i.test(tag))).replace(TAG, '')
  return /\\[a-z'"`^~=.]|[{}]|\$[^$\d][^$]*\$/i.test(text) ? texToText(text) : text
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) {
    const known = NAMED.get(name) ?? NAMED.get(name.toLowerCase())
    const [, letter = '', accent = ''] = /^([a-z])([a-z]+)$/i.exec(name) ?? []
    const mark = ACCENTS[accent]
    return known ?? (mark === undefined ? whole : `${letter}${mark}`.normalize('NFC'))
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0x9f || (code >= 0x20 && code < 0x7f) ? fromCode(code, whole) : whole
}

function fromCode(code: number, whole: string): string {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
}
