import type { Random } from './random-brief.test-helper.ts'

/** Changes the text of a file, bytes as Latin-1, in a way that some reader may not mind; null when this one gives no occasion. */
type Mutation = (text: string, random: Random) => string | null

/** Replaces one of the places that a pattern finds. */
function replace(pattern: RegExp, by: (found: string, random: Random, groups: readonly string[]) => string): Mutation {
  return (text, random) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return null
    const { 0: whole, index, ...groups } = random.pick(found)
    return (
      text.slice(0, index) + by(whole, random, Object.values(groups) as string[]) + text.slice(index + whole.length)
    )
  }
}

/** Adds an entry to a dictionary. */
function add(...entries: string[]): Mutation {
  return replace(/<<(?=[\s/])/g, (found, random) => `${found} ${random.pick(entries)} `)
}

/** Adds a later version of one of the objects, with a table of its own that holds `extra`. */
function append(extra: string, header = '0'): Mutation {
  return (text, random) => {
    const objects = [...text.matchAll(/(\d+) 0 obj\s*<<[^>]*>>\s*endobj/g)]
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
    const trailer = /trailer\s*<<([^]*?)>>\s*startxref/.exec(text)
    if (objects.length === 0 || !start || !trailer) return null
    const { 0: whole, 1: number } = random.pick(objects)
    const object = whole.replace(/<</, '<< /Rotate 90 ').replace(/^\d+ 0/, `${number} ${header}`)
    const at = String(text.length + 1).padStart(10, '0')
    const table = `xref\n${number} 1\n${at} ${header.padStart(5, '0')} n \ntrailer\n<<${trailer[1]}${extra.replace('PREV', start[1]!)}>>\n`
    return `${text}\n${object}\n${table}startxref\n${text.length + object.length + 2}\n%%EOF\n`
  }
}

function otherDigit(digit: string, random: Random): string {
  return String((Number(digit) + 1 + random.below(9)) % 10)
}

/** What files are mutated by, of all that readers are known to treat in different ways, and bytes by chance. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a bit': (text, random) => {
    const at = random.below(text.length)
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(8))) + text.slice(at + 1)
  },
  'a byte taken out': (text, random) => {
    const at = random.below(text.length)
    return text.slice(0, at) + text.slice(at + 1)
  },
  'a byte put in': (text, random) => {
    const at = random.below(text.length)
    return (
      text.slice(0, at) + random.pick(['\0', '\r', '\n', ' ', '%', '(', '/', '#', '\x0b', '\xa0', '9']) + text.slice(at)
    )
  },
  'bytes before': (text, random) => `${random.pick(['\n', ' ', '%PDF-1.4\n', '\xef\xbb\xbf'])}${text}`,
  'bytes after': (text, random) =>
    `${text}${random.pick(['\n', '\xa0', ' %', '\nstartxref\n0\n%%EOF\n', '\nstartxref\n15\n%%EOF', '\0\0'])}`,
  'a digit': replace(/\d/g, otherDigit),
  'a digit of a structural number': replace(
    /(?<=\/(?:Length|Prev|Size|N|First|O|L|T|E|Count|W|Index|Columns|Predictor)[ [][\d ]*)\d/g,
    otherDigit
  ),
  'an entry of the table': replace(/\d{10} \d{5} n/g, (entry, random) => {
    const number = String(Number(entry.slice(0, 10)) + random.pick([-1, 1, 2, 17, 200])).padStart(10, '0')
    return random.pick([`${number} 00000 n`, `${entry.slice(0, 10)} 00001 n`, `${entry.slice(0, 10)} 00000 f`])
  }),
  'two entries of the table': (text, random) => {
    const entries = [...text.matchAll(/\d{10} 00000 n/g)]
    if (entries.length < 2) return null
    const [a, b] = [random.pick(entries), random.pick(entries)].sort((one, other) => one.index - other.index)
    if (!a || !b || a.index === b.index) return null
    return text.slice(0, a.index) + b[0] + text.slice(a.index + 18, b.index) + a[0] + text.slice(b.index + 18)
  },
  'where a part of the table begins': replace(/(?<=xref\n)\d+/g, (found, random) =>
    String(Number(found) + random.pick([1, 2]))
  ),
  'a generation of an object': replace(/(?<=\n\d+ )0(?= obj)/g, () => '1'),
  'a generation of a reference': replace(/(?<=[ /[]\d+ )0(?= R)/g, (_, random) => random.pick(['1', '00', '65535'])),
  'a reference': replace(/(?<=[ /[])\d+(?= 0 R)/g, (found, random) =>
    String(Number(found) + random.pick([1, -1, 5, 1000]))
  ),
  'an entry that says where data stand': add(
    '/F /ASCIIHexDecode',
    '/F (other.bin)',
    '/FFilter /FlateDecode',
    '/DL 3',
    '/Fl /AHx'
  ),
  'an entry that says how data are packed': add(
    '/DP << /Predictor 12 /Columns 60000 >>',
    '/DecodeParms << /Predictor 12 /Columns 3 >>',
    '/DecodeParms << /Predictor 2 >>',
    '/DecodeParms << /Predictor 99 >>',
    '/DecodeParms << /EarlyChange 0 >>',
    '/DecodeParms [null]'
  ),
  'a filter': replace(/\/FlateDecode/g, (_, random) =>
    random.pick([
      '/Fl',
      '[/FlateDecode]',
      '[/FlateDecode /FlateDecode]',
      '/ASCIIHexDecode',
      '[/ASCIIHexDecode /FlateDecode]',
      '/Crypt',
      '[]',
      'null'
    ])
  ),
  'an entry twice': replace(/\/(Type|Length|Contents|Resources|Kids|Font|MediaBox) ?[^/<>[\]()]+/g, (found, random) =>
    random.pick([
      `${found} ${found}`,
      `${found} ${found.replace(/\d/, '1')}`,
      `${found} ${found.replace(/[a-z]/, (c) => `#${c.charCodeAt(0).toString(16)}`)}`
    ])
  ),
  'a name in other letters': replace(/\/[A-Z][a-zA-Z]{3,}/g, (found, random) => {
    const at = 1 + random.below(found.length - 1)
    const code = found.charCodeAt(at)
    return random.pick([
      `${found.slice(0, at)}#${code.toString(16)}${found.slice(at + 1)}`,
      `${found.slice(0, at)}#0${found.slice(at)}`,
      `${found}#00`,
      `${found}#`
    ])
  }),
  'a string in other letters': replace(/\(([^()\\]{2,})\)/g, (_, random, [inner = '']) =>
    random.pick([
      `(${inner}\r)`,
      `(\\${inner})`,
      `(${inner}\\\r\n)`,
      `(\\400${inner})`,
      `(\\9${inner})`,
      `(()${inner})`,
      `<${Buffer.from(inner, 'latin1').toString('hex')}>`,
      `<${Buffer.from(inner, 'latin1').toString('hex')}0>`
    ])
  ),
  'a number in other letters': replace(/(?<=[ [])\d+(?:\.\d+)?(?=[ \]\n])/g, (found, random) =>
    random.pick([
      `+${found}`,
      `-${found}`,
      `--${found}`,
      `${found}.`,
      `0${found}`,
      `${found}e0`,
      `${found}.0.0`,
      `${found}-1`,
      `0x${found}`
    ])
  ),
  'white space': replace(/(?<=\S) (?=\S)/g, (_, random) =>
    random.pick(['\0', '\t', '\r', '\f', '\x0b', '\xa0', '%x\n', '%x\r', '%x\r\n', ''])
  ),
  'how a stream begins or ends': (text, random) =>
    random.pick([
      replace(/stream\r?\n/g, (found) => found.replace(/\r?\n/, '\r')),
      replace(/stream\r?\n/g, () => 'stream \n'),
      replace(/\r?\nendstream/g, () => 'endstream'),
      replace(/\r?\nendstream/g, () => '\n\n\nendstream'),
      replace(/endobj/g, () => 'endobj endobj'),
      replace(/endobj/g, () => '')
    ])(text, random),
  'what stands after startxref': replace(/startxref\r?\n/g, (_, random) =>
    random.pick(['startxref\0', 'startxref\f', 'startxref %\n', 'startxref\t', 'startxref\n%x\n'])
  ),
  'how the table begins': replace(/\nxref\r?\n0 (\d+)/g, (_, random, [count = '']) =>
    random.pick([
      `\nxref0 ${count}`,
      `\nxref 0.0 ${count}.0`,
      `\nxref\n1 ${count}`,
      `\nxref%x\n0 ${count}`,
      `\nxref\n0 ${count}.0`,
      `\nxref\n\n0 ${count}`
    ])
  ),
  'the size of the table': replace(/\/Size ?\d+/g, (found, random) =>
    random.pick([`${found}9`, `${found}.0`, '/Size 1', '/Size 99999999'])
  ),
  'a whole number with a point': replace(
    /(?<=\/(?:W|N|First|Index|Size|Length|StructParents|F|Columns|Width|Count)[ [](?:[\d ]*))\d+(?=[ \]/>])/g,
    (found, random) => random.pick([`${found}.0`, `${found}.`, `${found}.00004`])
  ),
  'the number of an object': replace(/\n(\d+) 0 obj/g, (found, random, [number = '']) =>
    random.pick([
      `\n${number}.0 0 obj`,
      `\n${number} 0.0 obj`,
      `\n0${number} 0 obj`,
      `\n+${number} 0 obj`,
      `\n${number}  0 obj`,
      `${found} obj`
    ])
  ),
  'an entry without a value': add('/Rotate null', '/CropBox null', '/Contents null', '/Resources null', '/Length null'),
  'parameters in another form': replace(/\/Filter ?\/FlateDecode/g, (found, random) =>
    random.pick([
      `${found} /DecodeParms [<< /Predictor 12 /Columns 3 >>]`,
      '/Filter [/FlateDecode] /DecodeParms << /Predictor 12 /Columns 3 >>',
      `${found} /DecodeParms << /Predictor 12 /Colors 3 /BitsPerComponent 4 /Columns 2 >>`,
      `${found} /DecodeParms << /Predictor 12.0 /Columns 1.0 >>`
    ])
  ),
  'an object that is another’s': replace(
    /(\n\d+ 0 obj\r?\n)[^<\n]*(?=\r?\nendobj)/g,
    (_, random, [head = '']) => `${head}${random.pick(['8 0 R', 'null', '1 0 R'])}`
  ),
  'a second table': replace(
    /trailer\s*<</g,
    (found, random) => `${found} /XRefStm ${random.pick(['/x', '0', '15', '(a)', 'null'])} `
  ),
  'a later version': append('/Prev PREV'),
  'a later version beside a second table': append('/Prev PREV /XRefStm /x'),
  'a later version of another generation': append('/Prev PREV', '1'),
  'a later version without what came before': append(''),
  'an entry of the catalogue': replace(
    /\/Type ?\/Catalog/g,
    (found, random) =>
      `${found} ${random.pick([
        '/PageLabels << /Nums [0 << /S /r >>] >>',
        '/Lang (xx)',
        '/OpenAction << /S /URI /URI (x) >>',
        '/Version /1.3',
        '/AcroForm << /Fields [] >>',
        '/OCProperties << >>',
        '/Dests << >>',
        '/PieceInfo << >>',
        '/Collection << >>'
      ])}`
  ),
  'an entry of a page': replace(
    /\/Type ?\/Page(?=[\s/>])/g,
    (found, random) =>
      `${found} ${random.pick(['/Rotate 90', '/CropBox [0 0 100 100]', '/UserUnit 2', '/AA << >>', '/Group << >>', '/Dur 3', '/Trans << >>', '/VP []'])}`
  ),
  'a kind of a page': replace(/\/Type ?\/Pages?(?=[\s/>])/g, (_, random) =>
    random.pick(['/Type /Page', '/Type /Pages', '/Type /Other', ''])
  ),
  'an operator of content': replace(/ (Tj|TJ|Tf|Tm|cm|re|f|rg|BT|ET|q|Q|Do)(?=\s)/g, (_, random) =>
    random.pick([' Tj', ' n', ' W n', ' ET', ' Q', ' 3 Tr', ' f*', ' BI', ' xx'])
  )
}

/** An object that no table knows, for readers that look for objects in the bytes: a page's content that covers it. */
export function withShadow(text: string, random: Random): string {
  const contents = [...text.matchAll(/\/Contents (\d+) 0 R/g)]
  const number = contents.length > 0 ? random.pick(contents)[1]! : '8'
  const data = '1 1 1 rg 0 0 600 900 re f'
  const object = `\n${number} 0 obj\n<</Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`
  const at = text.lastIndexOf('\nxref')
  return at < 0 ? text : text.slice(0, at) + object + text.slice(at)
}

/**
 * The text of a file with a plain table of objects whose entries lead where its objects are now, as a forger would see to it; the
 * text as it is where it has none.
 */
export function withTrueTable(text: string): string {
  const table = /\nxref\s+\d+ \d+\s*\n([^]*?)trailer/.exec(text)
  if (!table) return text
  const places = new Map<number, number>()
  for (const { 1: number, index } of text.matchAll(/(?<=[\n\r])(\d+) \d+ obj/g)) places.set(Number(number), index)
  let number = -1
  const entries = table[1]!.replace(
    /(\d{10}) (\d{5}) ([nf])|^(\d+) \d+\s*$/gm,
    (entry, _at, generation, kind, start) => {
      if (start !== undefined) {
        number = Number(start) - 1
        return entry as string
      }
      number++
      const place = places.get(number)
      return kind === 'n' && place !== undefined
        ? `${String(place).padStart(10, '0')} ${generation} n`
        : (entry as string)
    }
  )
  const from = table.index + table[0].indexOf(table[1]!)
  const whole = text.slice(0, from) + entries + text.slice(from + table[1]!.length)
  return whole.replace(/(startxref\s+)\d+(\s+%%EOF\s*)$/, (_, before: string, after: string) => {
    return `${before}${table.index + 1}${after}`
  })
}
