import { describe, expect, it } from 'vitest'
import { FontCache, textOf } from './content.ts'
import { PdfObjects } from './file.ts'
import { Name, Stream, type Value } from './value.ts'

const TO_UNICODE = `3 beginbfchar <0028> <05D0> <0029> <05D105BC> <005C> <05D2> endbfchar
2 beginbfchar <0041> <0061> <000D> <0062> endbfchar`

const PLATFORM = {
  sha256: () => '',
  inflate: (data: Uint8Array) => data,
  utf8: () => ''
}

/** The text of a content whose font /F knows three letters of Hebrew and two of Latin. */
function read(content: string): string[] {
  const objects = new PdfObjects(
    new Uint8Array(),
    { places: new Map(), trailer: new Map(), updates: 0, read: new Map() },
    PLATFORM
  )
  const map = new Stream(new Map(), Buffer.from(TO_UNICODE))
  const font = new Map<string, Value>([
    ['Subtype', new Name('Type0')],
    ['ToUnicode', map]
  ])
  const page = new Map<string, Value>([['Resources', new Map([['Font', new Map([['F', font]])]])]])
  const bytes = Buffer.from(`BT /F 9 Tf ${content} ET`, 'latin1')
  return textOf(objects, page, bytes, new FontCache(objects)).map(({ text }) => text)
}

describe('the text of a content', () => {
  it('is the same from strings in brackets, escaped or not, and from hexadecimal ones', () => {
    expect(read('[(\0\\(\0\\)) -20 (\0\\\\\0A\0\\r)] TJ')).toEqual(['אבּגab'])
    expect(read('[<00280029> -20 <005c0041000d>] TJ')).toEqual(['אבּגab'])
    expect(read('[(\0\\050\\000\\051\0\\134\0A\0\\015)] TJ')).toEqual(['אבּגab'])
  })

  it('has words from right to left in the order of the text, a glyph’s characters together', () => {
    expect(read('(\0A) Tj /ReversedChars BMC [(\0\\\\) -20 (\0\\)\0\\()] TJ EMC (\0\\r) Tj')).toEqual(['aאבּגb'])
    expect(read('/ReversedChars BMC (\0\\)) Tj 1 0 0 1 5 5 Tm (\0\\() Tj EMC')).toEqual(['אבּ'])
  })

  it('counts an ActualText as one in them, and nothing within it', () => {
    const nothing = '/Span <</ActualText <feff>>> BDC (\0A) Tj EMC'
    const other = '/Span <</ActualText <feff05d305d4>>> BDC (\0A) Tj EMC'
    expect(read(`/ReversedChars BMC (\0\\)) Tj ${nothing} ${other} (\0\\() Tj EMC`)).toEqual(['אדהבּ'])
  })

  it('has what stands in marked content that doesn’t end', () => {
    expect(read('/P <</MCID 0>> BDC (\0A) Tj /ReversedChars BMC (\0\\)\0\\() Tj')).toEqual(['aאבּ'])
  })
})
