import { createHash } from 'node:crypto'
import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject
} from '@cantoo/pdf-lib'
import { FINGERPRINT_KEY, proofText, VERSION_KEY, type Proof } from '../../../shared/proof/proof.ts'
import { PROOF_NAME } from '../../../shared/composition/summary.ts'
import type { Random } from './random-brief.test-helper.ts'

/** A tampered PDF, and what the report must name. */
export interface Tampered {
  bytes: Uint8Array
  /** A page that must be named. */
  page?: number
  /** Words that must stand in a problem. */
  words?: string
}

/** Changes a PDF as a forger would; null when this one gives no occasion. */
export type Tamperer = (bytes: Uint8Array, random: Random) => Promise<Tampered | null>

type Edit = (pdf: PDFDocument, random: Random) => Omit<Tampered, 'bytes'> | null

function edited(edit: Edit): Tamperer {
  return async (bytes, random) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const expected = edit(pdf, random)
    return expected && { ...expected, bytes: await pdf.save({ useObjectStreams: false, addDefaultPage: false }) }
  }
}

/** Changes the content of one page; null from `change` leaves it for the next. */
function content(change: (content: string, random: Random) => string | null): Tamperer {
  return edited((pdf, random) => {
    const pages = pdf.getPages()
    const first = random.below(pages.length)
    for (let i = 0; i < pages.length; i++) {
      const number = (first + i) % pages.length
      const reference = pages[number]!.node.get(PDFName.of('Contents'))
      const stream = pdf.context.lookup(reference)
      if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
      const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
      const after = change(before, random)
      if (after === null || after === before) continue
      pdf.context.assign(reference, pdf.context.flateStream(Buffer.from(after, 'latin1')))
      return { page: number + 1 }
    }
    return null
  })
}

/** A string as it stands in content, what is between its brackets apart. */
const STRING = /\(((?:[^\\()]|\\[^])*)\)/g
/** An operator that shows strings. */
const SHOWN = /\[(?:\((?:[^\\()]|\\[^])*\)|[\d.\s-])+\] TJ/g

/** Changes one of the strings of a page that hold more than one glyph, each a code of two bytes. */
function glyphs(change: (codes: string[], random: Random) => string[]): Tamperer {
  return content((text, random) => {
    const strings = [...text.matchAll(STRING)]
    for (let tries = 0; tries < 50 && strings.length > 0; tries++) {
      const found = random.pick(strings)
      const codes = unescaped(found[1]!).match(/[^]{2}/g) ?? []
      if (codes.length < 2) continue
      const changed = change(codes, random)
      if (changed.join('') === codes.join('')) continue
      return `${text.slice(0, found.index)}(${escaped(changed.join(''))})${text.slice(found.index + found[0].length)}`
    }
    return null
  })
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, (_, character: string) => (character === 'r' ? '\r' : character))
}

function escaped(text: string): string {
  return text.replace(/[()\\]/g, '\\$&').replaceAll('\r', '\\r')
}

/** Changes a stream of one of the fonts. */
function font(
  streamOf: (font: PDFDict) => PDFObject | undefined,
  change: (data: Buffer, random: Random) => Buffer | null
): Tamperer {
  return edited((pdf, random) => {
    const fonts = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict &&
        object.get(PDFName.of('Type')) === PDFName.of('Font') &&
        object.has(PDFName.of('ToUnicode'))
          ? [object]
          : []
      )
    const chosen = random.pick(fonts)
    const reference = streamOf(chosen)
    const stream = pdf.context.lookup(reference)
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return null
    const after = change(Buffer.from(decodePDFRawStream(stream).decode()), random)
    if (!after) return null
    pdf.context.assign(reference, pdf.context.flateStream(after))
    return { words: chosen.lookup(PDFName.of('BaseFont'), PDFName).decodeText() }
  })
}

function embedded(pdf: PDFDocument): { file: PDFDict; reference: PDFRef; bytes: Uint8Array } {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Filespec')) continue
    const reference = object.lookup(PDFName.of('EF'), PDFDict).get(PDFName.of('F'))
    const stream = pdf.context.lookup(reference)
    if (reference instanceof PDFRef && stream instanceof PDFRawStream) {
      return { file: object, reference, bytes: decodePDFRawStream(stream).decode() }
    }
  }
  throw new Error('There is no attachment.')
}

function info(pdf: PDFDocument): PDFDict {
  return pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
}

/** Changes the attached proof and makes what hangs on it consistent: hashes, counts, the fingerprint in the properties. */
function proof(
  change: (proof: Proof, random: Random) => Omit<Tampered, 'bytes'> | null,
  fingerprint = false
): Tamperer {
  return edited((pdf, random) => {
    const { reference, bytes } = embedded(pdf)
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as Proof
    const expected = change(value, random)
    if (!expected) return null
    pdf.context.assign(reference, pdf.context.flateStream(Buffer.from(JSON.stringify(value)), { Type: 'EmbeddedFile' }))
    if (fingerprint) info(pdf).set(PDFName.of(FINGERPRINT_KEY), PDFString.of(sha256(proofText(value))))
    return expected
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function otherWord(text: string, random: Random): string {
  const words = text.split(' ')
  const at = random.below(words.length)
  words[at] = words[at] === 'never' ? 'always' : 'never'
  return words.join(' ')
}

/** Changes a source's text outside its quotes and all hashes of it. */
function changeText(value: Proof, random: Random): Omit<Tampered, 'bytes'> | null {
  const source = random.pick(value.sources)
  if (source.text === null) return null
  source.text = `${source.text} And it was never so.`
  source.textSha256 = sha256(source.text)
  for (const item of value.first.items) if (item.target.source === source.id) item.textSha256 = source.textSha256
  return { words: 'fingerprint' }
}

function movePages(words: string, move: (order: number[], random: Random) => number[]): Tamperer {
  return edited((pdf, random) => {
    const pages = pdf.getPages().map(({ ref }) => ref)
    const order = move(
      pages.map((_, i) => i),
      random
    )
    if (order.join() === pages.map((_, i) => i).join()) return null
    const root = pdf.catalog.lookup(PDFName.of('Pages'), PDFDict)
    root.set(PDFName.of('Kids'), pdf.context.obj(order.map((i) => pages[i]!)))
    root.set(PDFName.of('Count'), pdf.context.obj(order.length))
    return { words }
  })
}

function annotation(make: Record<string, unknown>): Tamperer {
  return edited((pdf, random) => {
    const pages = pdf.getPages()
    const number = random.below(pages.length)
    const reference = pdf.context.register(
      pdf.context.obj({ Type: 'Annot', Rect: [60, 300, 400, 420], F: 4, ...make } as never)
    )
    pages[number]!.node.addAnnot(reference)
    return { page: number + 1 }
  })
}

/** Adds a later version of a page's content to the end of the file, as editors do. */
const appended: Tamperer = async (bytes, random) => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const page = random.pick(pdf.getPages())
  const reference = page.node.get(PDFName.of('Contents')) as PDFRef
  const old = Buffer.from(decodePDFRawStream(pdf.context.lookup(reference) as PDFRawStream).decode())
  const data = Buffer.concat([old, Buffer.from('q 1 1 1 rg 60 300 400 90 re f Q\n')])
  const text = Buffer.from(bytes).toString('latin1')
  const object = Buffer.concat([
    Buffer.from(`\n${reference.objectNumber} 0 obj\n<</Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n')
  ])
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)/.exec(text)
  if (!trailer) return null
  const at = String(bytes.length + 1).padStart(10, '0')
  const table = `xref\n${reference.objectNumber} 1\n${at} 00000 n \ntrailer\n<<${trailer[1]}/Prev ${trailer[2]}>>\nstartxref\n${bytes.length + object.length}\n%%EOF\n`
  return {
    bytes: new Uint8Array(Buffer.concat([bytes, object, Buffer.from(table)])),
    page: pdf.getPages().indexOf(page) + 1,
    words: 'added to the file'
  }
}

/** Changes the catalogue, or what its entries hold. */
function catalogue(words: string, change: (catalogue: PDFDict, pdf: PDFDocument, random: Random) => unknown): Tamperer {
  return edited((pdf, random) => (change(pdf.catalog, pdf, random) === false ? null : { words }))
}

const name = (text: string): PDFName => PDFName.of(text)

/** Changes of what stands beside the pages. */
const CATALOGUE: Readonly<Record<string, Tamperer>> = {
  'the language of the document': catalogue('language', (root) => root.set(name('Lang'), PDFString.of('cy'))),
  'page labels': catalogue('PageLabels', (root, pdf) => {
    root.set(name('PageLabels'), pdf.context.obj({ Nums: [0, { S: 'D', St: 50 }] }))
  }),
  'how programs show it': catalogue('ow programs are to', (root, pdf) => {
    root.set(name('ViewerPreferences'), pdf.context.obj({ DisplayDocTitle: false, HideMenubar: true }))
  }),
  'how programs open it': catalogue('ow programs are to', (root) => root.set(name('PageMode'), name('FullScreen'))),
  'an action at opening': catalogue('OpenAction', (root, pdf) => {
    root.set(name('OpenAction'), pdf.context.obj({ S: 'URI', URI: PDFString.of('https://elsewhere.example/') }))
  }),
  'the colours': catalogue('colours', (root, pdf) => {
    const [intent] = root.lookup(name('OutputIntents'), PDFArray).asArray()
    pdf.context.lookup(intent, PDFDict).set(name('OutputConditionIdentifier'), PDFString.of('Other'))
  }),
  'the marking': catalogue('MarkInfo', (root, pdf) =>
    root.set(name('MarkInfo'), pdf.context.obj({ Marked: true, Suspects: true }))
  ),
  'the metadata': catalogue('properties', (root, pdf) => {
    const reference = root.get(name('Metadata')) as PDFRef
    const stream = pdf.context.lookup(reference) as PDFRawStream
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8').replace('pdfkit', 'other')
    const made = pdf.context.stream(Buffer.from(text), { Type: 'Metadata', Subtype: 'XML' })
    pdf.context.assign(reference, made)
  }),
  'a property': edited((pdf) => {
    info(pdf).set(name('Subject'), PDFHexString.fromText('Approved by the court'))
    return { words: 'properties' }
  }),
  'a date': edited((pdf) => {
    info(pdf).set(name('CreationDate'), PDFString.of('D:19990101000000Z'))
    return { words: 'properties' }
  }),
  'an action beside a bookmark’s place': edited((pdf) => {
    const first = pdf.catalog.lookupMaybe(name('Outlines'), PDFDict)?.lookupMaybe(name('First'), PDFDict)
    if (!first) return null
    first.set(name('A'), pdf.context.obj({ S: 'URI', URI: PDFString.of('https://elsewhere.example/') }))
    return { words: 'bookmarks' }
  }),
  'what is said of the attached proof': catalogue('attached', (root, pdf) => {
    const [file] = root.lookup(name('AF'), PDFArray).asArray()
    pdf.context.lookup(file, PDFDict).set(name('Desc'), PDFString.of('Certified'))
  }),
  'a place that links lead to': catalogue('places to which links', (root) => {
    const places = root.lookup(name('Names'), PDFDict).lookup(name('Dests'), PDFDict).lookup(name('Names'), PDFArray)
    const at = places.asArray().findIndex((each) => each instanceof PDFString && each.asString() === 'source-1')
    if (at < 0) return false
    places.set(at + 1, places.get(at > 2 ? at - 1 : at + 3))
    return undefined
  }),
  'an action of a page': edited((pdf, random) => {
    const pages = pdf.getPages()
    const number = random.below(pages.length)
    pages[number]!.node.set(
      name('AA'),
      pdf.context.obj({ O: { S: 'URI', URI: PDFString.of('https://elsewhere.example/') } })
    )
    return { page: number + 1 }
  })
}

function elements(pdf: PDFDocument): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('Type')) === name('StructElem') ? [object] : []
    )
}

/** Changes of one of the elements by which the document is read aloud. */
function element(change: (element: PDFDict, pdf: PDFDocument) => void): Tamperer {
  return edited((pdf, random) => {
    change(random.pick(elements(pdf)), pdf)
    return { words: 'read aloud' }
  })
}

const OF_THE_STRUCTURE: Readonly<Record<string, Tamperer>> = {
  'a map of roles': catalogue('read aloud', (root, pdf) => {
    root.lookup(name('StructTreeRoot'), PDFDict).set(name('RoleMap'), pdf.context.obj({ P: 'Artifact' }))
  }),
  'the way back from content to elements': catalogue('read aloud', (root) => {
    const tree = root.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict)
    const [, first] = tree.lookup(name('Nums'), PDFArray).asArray()
    if (!(first instanceof PDFArray) || first.size() < 2) return false
    first.set(0, first.get(first.size() - 1))
    return undefined
  }),
  'a title of an element': element((each) => each.set(name('T'), PDFHexString.fromText('Acquitted'))),
  'a language of an element': element((each) => each.set(name('Lang'), PDFString.of('cy'))),
  'what an element is read as': element((each) => each.set(name('ActualText'), PDFHexString.fromText('acquitted'))),
  'what an element stands for': element((each) => each.set(name('E'), PDFHexString.fromText('acquitted'))),
  'a role of an element': element((each) => each.set(name('S'), name('Private'))),
  'an attribute of an element': element((each, pdf) =>
    each.set(name('A'), pdf.context.obj({ O: 'Layout', Placement: 'End' }))
  ),
  'a class of an element': element((each) => each.set(name('C'), name('Hidden')))
}

/** The proof called an earlier version than it is, so that less is checked. */
function downgrade(version: number, without: readonly string[], marks: boolean): Tamperer {
  return edited((pdf) => {
    const { reference, bytes } = embedded(pdf)
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>
    value['proofVersion'] = version
    for (const member of without) delete value[member]
    pdf.context.assign(reference, pdf.context.flateStream(Buffer.from(JSON.stringify(value)), { Type: 'EmbeddedFile' }))
    if (marks) for (const key of [FINGERPRINT_KEY, VERSION_KEY]) info(pdf).delete(name(key))
    return { words: '' }
  })
}

const SINCE_2 = ['author', 'statements', 'figures', 'printed', 'pages', 'fonts', 'document', 'paragraphs']

const DOWNGRADES: Readonly<Record<string, Tamperer>> = {
  'the proof called version 1': downgrade(1, [], false),
  'the proof called version 1, without what that lacks': downgrade(1, SINCE_2, false),
  'the same, the properties too': downgrade(1, SINCE_2, true),
  'the proof called version 2': downgrade(2, ['paragraphs'], false),
  'the proof called version 2, the properties too': downgrade(2, ['paragraphs'], true)
}

/** What forgers do, by kind. */
export const TAMPERERS: Readonly<Record<string, Tamperer>> = {
  'two glyphs swapped': glyphs((codes, random) => {
    const i = random.below(codes.length - 1)
    return [...codes.slice(0, i), codes[i + 1]!, codes[i]!, ...codes.slice(i + 2)]
  }),
  'a glyph replaced': glyphs((codes, random) => codes.with(random.below(codes.length), random.pick(codes))),
  'a glyph removed': glyphs((codes, random) => codes.toSpliced(random.below(codes.length), 1)),
  'a block emptied': content((text, random) => {
    const blocks = [...text.matchAll(/\/MCID \d+>> BDC\n([\s\S]*?)EMC/g)].filter(({ 1: inner }) =>
      inner!.includes('TJ')
    )
    if (blocks.length === 0) return null
    const { 0: whole, 1: inner, index } = random.pick(blocks)
    return text.slice(0, index) + whole.replace(inner!, '') + text.slice(index + whole.length)
  }),
  'two blocks swapped': content((text, random) => {
    const blocks = [...text.matchAll(SHOWN)]
    if (blocks.length < 2) return null
    const [a, b] = [random.pick(blocks), random.pick(blocks)].sort((one, other) => one.index - other.index)
    if (!a || !b || a[0] === b[0]) return null
    const between = text.slice(a.index + a[0].length, b.index)
    return text.slice(0, a.index) + b[0] + between + a[0] + text.slice(b.index + b[0].length)
  }),
  'text laid over': content((text) => {
    const font = /\/(\S+) \S+ Tf/.exec(text)
    const shown = font && [...text.slice(font.index).matchAll(SHOWN)][0]
    return shown ? `${text}/Artifact BMC BT /${font[1]} 14 Tf 1 0 0 1 90 400 Tm ${shown[0]} ET EMC\n` : null
  }),
  'a rectangle laid over': content((text) => `${text}/Artifact BMC q 1 1 1 rg 60 300 420 90 re f Q EMC\n`),
  'text made white': content((text) => `${text.replace(/BT\n/, 'BT\n1 1 1 rg\n')}`),
  'ToUnicode changed': font(
    (dict) => dict.get(PDFName.of('ToUnicode')),
    (data, random) => {
      const text = data.toString('latin1')
      const codes = [...text.slice(text.indexOf('beginbf')).matchAll(/(?<=[[ ])<[0-9a-f]{4}>(?=[\] ])/g)]
      if (codes.length < 4) return null
      const at = text.indexOf('beginbf') + random.pick(codes.slice(3)).index
      return Buffer.from(`${text.slice(0, at)}<0416>${text.slice(at + 6)}`, 'latin1')
    }
  ),
  'glyph shapes changed': font(
    (dict) => {
      const kid = dict.context.lookup(dict.lookup(PDFName.of('DescendantFonts'), PDFArray).get(0), PDFDict)
      const about = kid.lookup(PDFName.of('FontDescriptor'), PDFDict)
      return about.get(PDFName.of('FontFile2')) ?? about.get(PDFName.of('FontFile3'))
    },
    (data, random) => {
      const at = data.length - 1 - random.below(data.length >> 1)
      data[at] = data[at]! ^ 1
      return data
    }
  ),
  'a word of the carried text, hashes to match': proof(changeText),
  'the same with the fingerprint in the properties': proof(changeText, true),
  'a word of a statement in the proof': proof((value, random) => {
    if (value.statements.length === 0) return null
    const statement = random.pick(value.statements)
    statement.text = otherWord(statement.text, random)
    return { words: `statement ${statement.statementNumber}` }
  }, true),
  'a word of a quote in the proof': proof((value, random) => {
    const item = random.pick(value.first.items)
    item.target.selector[0].exact = otherWord(item.target.selector[0].exact, random)
    return { words: item.target.selector[0].exact.slice(0, 12) }
  }, true),
  'a hash of an original': proof((value, random) => {
    const source = random.pick(value.sources)
    source.originalSha256 = sha256('another')
    for (const item of value.first.items)
      if (item.target.source === source.id) item.originalSha256 = source.originalSha256
    return { words: `source ${source.sourceNumber}` }
  }, true),
  'a quote taken out of the proof': proof((value, random) => {
    const { items } = value.first
    const [gone] = items.splice(random.below(items.length), 1)
    items.forEach((item, i) => {
      item.quoteNumber = i + 1
      item.id = `urn:dossier:proof:quote:${i + 1}`
    })
    value.total = items.length
    return { words: gone!.target.selector[0].exact.slice(0, 12) }
  }, true),
  'two sources swapped': proof((value, random) => {
    const item = random.pick(value.first.items)
    const others = value.sources.filter(({ id }) => id !== item.target.source)
    if (others.length === 0) return null
    const other = random.pick(others)
    Object.assign(item, { originalSha256: other.originalSha256, textSha256: other.textSha256 })
    item.target.source = other.id
    return { words: `uote ${item.quoteNumber}` }
  }, true),
  'a title of a source': proof((value, random) => {
    const source = random.pick(value.sources)
    source.title = `${source.title} denied`
    return { words: `source ${source.sourceNumber}` }
  }),
  'words of a page in the proof': proof((value, random) => {
    const number = random.below(value.pages.length)
    value.pages[number]!.text = otherWord(value.pages[number]!.text, random)
    return { page: number + 1 }
  }),
  'a paragraph of the proof': proof((value, random) => {
    // Proofs before the third version have none.
    if (!('paragraphs' in value)) return null
    const paragraph = random.pick(value.paragraphs)
    paragraph.text = otherWord(paragraph.text, random)
    return { words: 'as the proof has it' }
  }, true),
  'a likelihood in the proof': proof((value, random) => {
    if (value.statements.length === 0) return null
    random.pick(value.statements).likelihood = 'almost certain'
    return { words: 'fingerprint' }
  }, true),
  'a page removed': movePages('missing from', (order, random) =>
    order.length < 2 ? order : order.toSpliced(random.below(order.length), 1)
  ),
  'a page twice': movePages('there twice', (order, random) =>
    order.toSpliced(random.below(order.length), 0, random.pick(order))
  ),
  'two pages swapped': movePages('was exported as page', (order) =>
    order.length < 2 ? order : [order[1]!, order[0]!, ...order.slice(2)]
  ),
  'the title changed': edited((pdf) => {
    info(pdf).set(PDFName.of('Title'), PDFHexString.fromText('Nobody paid for it'))
    return { words: 'Nobody paid for it' }
  }),
  'a note laid over': annotation({
    Subtype: 'FreeText',
    Contents: PDFString.of('never'),
    DA: PDFString.of('/Helv 12 Tf')
  }),
  'a square laid over': annotation({ Subtype: 'Square', IC: [1, 1, 1] }),
  'a link that leads elsewhere': edited((pdf, random) => {
    const links = pdf
      .getPages()
      .flatMap((page, i) =>
        (page.node.Annots()?.asArray() ?? []).map((each) => ({ page: i + 1, link: pdf.context.lookup(each, PDFDict) }))
      )
    if (links.length === 0) return null
    const { page, link } = random.pick(links)
    link.set(PDFName.of('A'), pdf.context.obj({ S: 'URI', URI: PDFString.of('https://elsewhere.example/') }))
    return { page }
  }),
  'a bookmark renamed': edited((pdf) => {
    const first = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict)
    if (!first) return null
    first.set(PDFName.of('Title'), PDFHexString.fromText('Acquittal'))
    return { words: 'bookmarks' }
  }),
  'a page cropped': edited((pdf, random) => {
    const pages = pdf.getPages()
    const number = random.below(pages.length)
    pages[number]!.setCropBox(0, 0, 595, 400)
    return { page: number + 1 }
  }),
  'a page turned': edited((pdf, random) => {
    const pages = pdf.getPages()
    const number = random.below(pages.length)
    pages[number]!.setRotation(degrees(180))
    return { page: number + 1 }
  }),
  'a second proof': edited((pdf) => {
    const { bytes } = embedded(pdf)
    const stream = pdf.context.register(
      pdf.context.flateStream(Buffer.concat([bytes, Buffer.from(' ')]), { Type: 'EmbeddedFile' })
    )
    const file = pdf.context.register(
      pdf.context.obj({
        Type: 'Filespec',
        F: PDFString.of(PROOF_NAME),
        UF: PDFString.of(PROOF_NAME),
        EF: { F: stream, UF: stream }
      })
    )
    const names = pdf.catalog
      .lookup(PDFName.of('Names'), PDFDict)
      .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
      .lookup(PDFName.of('Names'), PDFArray)
    names.push(PDFString.of(PROOF_NAME))
    names.push(file)
    return { words: '2 proofs' }
  }),
  'something added to the file': appended,
  ...CATALOGUE,
  ...OF_THE_STRUCTURE,
  ...DOWNGRADES
}
