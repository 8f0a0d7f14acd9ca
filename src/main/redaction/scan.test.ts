import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { BriefBuilder } from '../pdf/test/brief.test-helper.ts'
import { renderPdf } from '../pdf/render.ts'
import { writeZip } from '../zip/zip-writer.ts'
import type { Secret } from '../../shared/redaction/redact.ts'
import type { ScannedKind } from '../../shared/composition/export-formats.ts'
import { scanForLeaks } from './scan.ts'

function words(text: string): Secret {
  return { kind: 'words', text, about: 'the planted words' }
}

const LEAK = { name: 'DossierError', code: 'leak' }

async function leaks(bytes: Uint8Array, kind: ScannedKind, ...secrets: Secret[]): Promise<string | null> {
  try {
    await scanForLeaks(bytes, secrets, kind, 'file')
    return null
  } catch (error) {
    expect(error).toMatchObject(LEAK)
    return error instanceof Error ? error.message : ''
  }
}

describe('a file of text', () => {
  const name = 'Quorvath Élu'
  const forms: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(`x ${name} y`)],
    ['Latin-1', Buffer.from(`x ${name} y`, 'latin1')],
    ['UTF-16LE', Buffer.from(`x ${name} y`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`x ${name} y`, 'utf16le').swap16()],
    ['UTF-16BE at an odd place', Buffer.concat([Buffer.from('('), Buffer.from(name, 'utf16le').swap16()])],
    ['hex of UTF-8', Buffer.from(`<${Buffer.from(name).toString('hex')}>`)],
    [
      'hex of UTF-16, broken',
      Buffer.from(`<${Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase().replace(/.{9}/g, '$&\n')}>`)
    ],
    ['base64', Buffer.from(`x=${Buffer.from(`..${name}`).toString('base64')}`)],
    ['an address', Buffer.from(`https://a.example/${encodeURIComponent(name)}`)],
    ['a slug', Buffer.from('https://a.example/quorvath-elu/')],
    [
      'JSON',
      Buffer.from(`"${Array.from(name, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`)
    ],
    ['XML', Buffer.from(Array.from(name, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''))],
    ['markup', Buffer.from('<w:t>Quor</w:t></w:r><w:r><w:t>vath &#201;</w:t><w:t>lu</w:t>')],
    ['emphasis', Buffer.from('Quor**vath** _Elu_')],
    ['another case, decomposed', Buffer.from(name.toUpperCase().normalize('NFD'))],
    ['soft hyphens and line ends', Buffer.from('quor\u00advath-\nélu')]
  ]
  it.each(forms)('holds words in %s', async (_form, bytes) => {
    expect(await leaks(bytes, 'text', words(name))).toContain('the planted words in the file')
    expect(await leaks(bytes, 'text', words('Quorvoth Elu'))).toBeNull()
  })

  it('doesn’t name the words', async () => {
    expect(await leaks(Buffer.from('by Quorvath'), 'text', words('Quorvath'))).not.toContain('Quorvath')
  })

  it('holds short words only as whole ones, longer ones within others too', async () => {
    const bytes = Buffer.from('The bovine at Andersonville met Al Ox.')
    expect(await leaks(bytes, 'text', words('ovi'), words('bov'))).toBeNull()
    expect(await leaks(bytes, 'text', words('Ox'))).not.toBeNull()
    expect(await leaks(bytes, 'text', words('Anderson'))).not.toBeNull()
  })

  it('holds a passage of a text, not the phrases of a language', async () => {
    const text = 'The undertaking was drawn up over a weekend in March by two people who never met.'
    const secret: Secret = { kind: 'text', text, about: 'a text' }
    const taken = Buffer.from('He wrote that it “was drawn up over a week-\nend in March by two people”.')
    expect(await leaks(taken, 'text', secret)).toContain('a text in the file')
    expect(await leaks(Buffer.from('It was drawn up over a weekend, others say.'), 'text', secret)).toBeNull()
  })
})

describe('a zip', () => {
  const file = (path: string, content: string): [string, Uint8Array] => [path, Buffer.from(content)]
  it('holds words in a part or its name', async () => {
    const inside = writeZip([file('a.txt', 'fine'), file('word/document.xml', '<t>Quor</t><t>vath</t>')], 'stored')
    expect(await leaks(inside, 'zip', words('Quorvath'))).toContain('word/document.xml')
    expect(await leaks(writeZip([file('Quorvath.txt', '')], 'stored'), 'zip', words('Quorvath'))).not.toBeNull()
    expect(await leaks(inside, 'zip', words('Quorvoth'))).toBeNull()
  })
})

describe('a PDF', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    const b = new BriefBuilder()
    const source = b.source(['Talks', 'The mayor met Dr Quorvath on the quay.'], {
      url: 'https://a.example/deep-harbour'
    })
    const quote = b.quote(source, 'The mayor met Dr Quorvath on the quay.', 'Ike Tam')
    b.section('On Lomwick', b.statement(['It is Zed who left.']), b.block(quote))
    bytes = (await renderPdf(b.build({ title: 'The Brindow papers', author: 'Oda Fenn' }))).bytes
  })

  it.each([
    ['a page', 'Quorvath', 'page 1'],
    ['a short word of a page', 'Zed', 'page 1'],
    ['the bookmarks', 'Lomwick', 'the bookmarks'],
    ['the metadata', 'Oda Fenn', 'the metadata'],
    ['the title', 'Brindow', 'the metadata'],
    ['a link', 'a.example/deep-harbour', 'a link'],
    ['the proof', 'report-1.txt', 'an attachment']
  ])('is refused for %s', async (_what, secret, place) => {
    expect(await leaks(bytes, 'pdf', words(secret))).toContain(place)
  })

  it('passes without what is searched for', async () => {
    expect(await leaks(bytes, 'pdf', words('Quorvoth'), words('Zod'), words('Lom'), words('Oda Fann'))).toBeNull()
  })

  it('is refused for what other programs may put in it', async () => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const plant = async (change: (made: PDFDocument) => void): Promise<string | null> => {
      const made = await pdf.copy()
      change(made)
      return leaks(await made.save({ useObjectStreams: true }), 'pdf', words('Planted Name'))
    }
    expect(await plant(() => undefined)).toBeNull()
    expect(
      await plant((made) => made.catalog.set(PDFName.of('X'), PDFHexString.fromText('planted name')))
    ).not.toBeNull()
    expect(await plant((made) => made.catalog.set(PDFName.of('PlantedName'), PDFString.of('')))).not.toBeNull()
    const stream = (made: PDFDocument, content: string): void => {
      made.context.register(made.context.flateStream(content))
    }
    expect(await plant((made) => stream(made, 'BT (Planted Name) Tj ET'))).not.toBeNull()
    const hex = Buffer.from('Planted Name', 'utf16le').swap16().toString('hex')
    expect(await plant((made) => stream(made, `/Span <</ActualText <feff${hex}>>> BDC`))).not.toBeNull()
  })

  it('is refused when it can’t be searched', async () => {
    expect(await leaks(Buffer.from('no PDF at all'), 'pdf', words('Quorvath'))).toContain('could not be searched')
  })
})
