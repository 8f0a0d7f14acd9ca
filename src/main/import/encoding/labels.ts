import iconv from 'iconv-lite'

/** The encodings of the web with their labels (WHATWG Encoding, section 4.2), the first of a line being the name; those of `replacement` as what they are; `macroman` and `maccyrillic` are old names. */
const TABLE = `
utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8
ibm866 866 cp866 csibm866
iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
iso-8859-8-i csiso88598i logical
iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13 iso8859-13 iso885913
iso-8859-14 iso8859-14 iso885914
iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16
koi8-r cskoi8r koi koi8 koi8_r
koi8-u koi8-ru
macintosh csmacintosh mac x-mac-roman macroman
windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
windows-1250 cp1250 x-cp1250
windows-1251 cp1251 x-cp1251
windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
windows-1253 cp1253 x-cp1253
windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254
windows-1255 cp1255 x-cp1255
windows-1256 cp1256 x-cp1256
windows-1257 cp1257 x-cp1257
windows-1258 cp1258 x-cp1258
x-mac-cyrillic x-mac-ukrainian maccyrillic
gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk
gb18030
big5 big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp cseucpkdfmtjapanese x-euc-jp
iso-2022-jp csiso2022jp
shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
utf-16be unicodefffe
utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
x-user-defined
hz-gb-2312 hz
iso-2022-kr csiso2022kr
replacement iso-2022-cn iso-2022-cn-ext
`

const LABELS: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const labels = line.split(' ')
      return labels.map((label): [string, string] => [label, labels[0]!])
    })
)

/** What iconv-lite calls encodings that it has under other names, or reads best by their supersets. */
const CODECS: ReadonlyMap<string, string> = new Map([
  ['ibm866', 'cp866'],
  ['x-mac-cyrillic', 'maccyrillic'],
  ['iso-8859-8-i', 'iso-8859-8'],
  ['gbk', 'gb18030'],
  ['big5', 'big5-hkscs'],
  ['shift_jis', 'cp932'],
  ['euc-kr', 'cp949']
])

/**
 * The name of the encoding that a label stands for: one of the web's, or else one that iconv-lite has (code pages of DOS and Mac). Null for a label that stands for
 * none. White space around, case, and spellings of Windows' code pages that no standard has (`win-1251`, `windows1251`) don't matter.
 */
export function encodingOf(label: string): string | null {
  const name = label.trim().toLowerCase()
  const known = LABELS.get(name)
  if (known !== undefined) return known
  const page = /^(?:x-)?(?:windows|win|cp|ms|ansi)[-_ ]?(125[0-8]|874|93[26]|949|950)$/.exec(name)?.[1]
  if (page !== undefined) return PAGES.get(page) ?? `windows-${page}`
  if (/^utf[-_ ]?8$/.test(name)) return 'utf-8'
  return name !== '' && /^(?:utf-?7|utf-?32(?:le|be)?|cp\d{3,5}|ibm\d{3,5}|\d{3}|mac\w*|x-mac-\w+)$/.test(name)
    ? codecIn(name)
    : null
}

const PAGES: ReadonlyMap<string, string> = new Map([
  ['932', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5']
])

function codecIn(name: string): string | null {
  return [name, name.replace(/^x-mac-/, 'mac')].find((one) => iconv.encodingExists(one)) ?? null
}

/** The name under which iconv-lite reads an encoding. */
export function codecOf(encoding: string): string {
  return CODECS.get(encoding) ?? encoding
}
