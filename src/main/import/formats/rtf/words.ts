/** Where the text of a group goes. */
export type Target = 'text' | 'note' | 'title' | 'author' | 'fonts' | 'styles' | 'created' | 'modified'

/** Destinations that hold text of the document, or what is read of it; all others are passed over. */
export const DESTINATIONS: Readonly<Record<string, Target>> = {
  footnote: 'note',
  title: 'title',
  author: 'author',
  fonttbl: 'fonts',
  stylesheet: 'styles',
  creatim: 'created',
  revtim: 'modified'
}
/** Destinations whose text is none of the document's. */
export const PASSED_OVER = new Set(
  'sp sn sv colortbl filetbl listtable listoverridetable revtbl rsidtbl info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtext pntext pntxta pntxtb pn nonshppict shppict themedata colorschememapping datastore latentstyles generator xmlnstbl mmathPr bkmkstart bkmkend annotation atnid atnauthor atntime atnicn atnref tc xe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn operator company category keywords comment doccomm subject manager hlinkbase formfield datafield objdata objclass objname background template private wgrffmtfilter'.split(
    ' '
  )
)
/** `{\*\name …}` that hold text all the same. */
export const KEPT_EXTENSIONS = new Set(['shptxt', 'shpinst', 'ud', 'upr', 'footnote', 'cs', 'ts', 'ds'])
/** Words and symbols that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: ' ',
  '~': '\u00A0',
  '-': '\u00AD',
  _: '\u2011',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200D',
  zwnj: '\u200C',
  '\\': '\\',
  '{': '{',
  '}': '}'
}
/** Words that end a paragraph or line. */
export const BREAKS = new Set(['par', 'line', 'sect', 'page', 'column', 'softpage', 'softcol'])
