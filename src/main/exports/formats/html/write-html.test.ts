import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parsePage, type DomDocument, type DomElement } from '../../../import/markup/dom.ts'
import { BriefBuilder, cite } from '../../../pdf/test/brief.test-helper.ts'
import { sampleBrief } from '../../../pdf/test/sample.test-helper.ts'
import { CAMERA, everyBlock, everyInput, HOSTILE, HOSTILE_READ } from '../../every-block.test-helper.ts'
import { madeAs } from '../../made.test-helper.ts'
import type { ExportInput } from '../../../../shared/composition/input.ts'
import { withoutPages } from '../../../../shared/composition/unpaged.ts'
import { htmlDocument } from './write-html.ts'

const read = parsePage

function all(document: DomDocument | DomElement, selector: string): DomElement[] {
  return [...document.querySelectorAll(selector)]
}

function textOf(document: DomDocument | DomElement, selector: string): string | null | undefined {
  return document.querySelector(selector)?.textContent
}

const every = (): string => htmlDocument(withoutPages(everyBlock()), everyInput())

const written = async (input: ExportInput): Promise<string> => Buffer.from(await madeAs('html', input)).toString('utf8')

describe('a brief as HTML', () => {
  it('shows each quote to the letter, with links both ways between it and its source', async () => {
    const input = sampleBrief()
    const page = read(await written(input))
    const words = all(page, 'blockquote').map(({ textContent }) => textContent)
    expect(words).toEqual(input.check.quotes.map(({ exact }) => exact))
    const quote = page.querySelector('#quote-1')!
    expect(quote.querySelector('figcaption a')!.getAttribute('href')).toBe('#source-1')
    const backs = all(page, '#source-1 a[href^="#"]').map((link) => link.getAttribute('href'))
    expect(backs).toContain('#quote-1')
    expect(backs).toContain('#citation-1')
    expect(page.querySelector('#source-1 a[href="#quote-1"]')!.textContent).toBe('§\u00a02')
  })

  it('leads every internal link to one place', async () => {
    for (const html of [await written(sampleBrief()), every()]) {
      const page = read(html)
      const ids = all(page, '[id]').map((each) => each.getAttribute('id'))
      expect(new Set(ids).size).toBe(ids.length)
      const links = all(page, 'a[href^="#"]').map((link) => link.getAttribute('href')!.slice(1))
      expect(links.length).toBeGreaterThan(5)
      expect(links.filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  it('loads and runs nothing, and says so to the browser', async () => {
    const page = read(every())
    expect(all(page, 'script, iframe, object, embed, link, base, form, [style], [onload], [onerror]')).toEqual([])
    expect(all(page, '[src]').map((image) => image.getAttribute('src')!.slice(0, 15))).toEqual(['data:image/png;'])
    expect(all(page, 'a:not([href^="#"])').map((link) => link.getAttribute('href'))).toEqual([
      'https://sollen.example/a?b=c&d=%22e%22'
    ])
    const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!
    const style = textOf(page, 'style') ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
    )
    expect(style).not.toMatch(/url\((?!"data:)|@import|<\//)
  })

  it('shows hostile text as text', async () => {
    const page = read(every())
    expect(textOf(page, 'title')).toBe(HOSTILE_READ)
    expect(page.querySelector('meta[name=author]')!.getAttribute('content')).toBe(HOSTILE_READ)
    expect(page.querySelector('#section-1')!.textContent).toBe(`1 ${HOSTILE_READ}`)
    expect(page.querySelector('nav a')!.textContent).toBe(HOSTILE_READ)
    expect(page.querySelector('img')!.getAttribute('alt')).toBe(HOSTILE_READ)
    expect(every()).not.toContain(HOSTILE)
  })

  it('makes every block and run what it is', async () => {
    const page = read(every())
    for (const selector of [
      'h1#top',
      'section.start[lang=de] > h2',
      'nav[role=doc-toc] li',
      'hr',
      'strong.alarm',
      'code.hash',
      'span.withheld',
      'b',
      'i',
      'sub',
      'sup',
      'span[lang=he]',
      'p > br',
      'figure.quote.alarmed blockquote p[lang=ar][dir=rtl]',
      'ol.keyed li#item-1 .key',
      '#item-1 dl dt',
      'ul li ol li',
      'th[scope=col].end',
      'figure#figure-1 figcaption',
      '#citation-1 a.cite, #citation-1 a .cite'
    ]) {
      expect(page.querySelector(selector), selector).not.toBeNull()
    }
    expect(page.querySelector('#figure-2')!.textContent).toContain('The image is missing.')
    expect(all(page, 'td').map(({ textContent }) => textContent)).toEqual(['a | b', '§\u00a01'])
    expect(all(page, 'th').map(({ textContent }) => textContent)).toEqual(['Item', 'Section'])
  })

  it('puts notes at the end, with links there and back', async () => {
    const page = read(every())
    const notes = all(page, '.notes li')
    expect(notes.map(({ textContent }) => textContent?.replace(/\s+/g, ' '))).toEqual([
      'a The first note. Nested.b ↩',
      'b Inner note. ↩'
    ])
    expect(page.querySelector('#mark-a')!.getAttribute('href')).toBe('#note-a')
    expect(notes[0]!.querySelector('.back')!.getAttribute('href')).toBe('#mark-a')
  })

  it('carries images without their metadata', async () => {
    const data = read(every()).querySelector('img')!.getAttribute('src')!.split(',')[1]!
    const bytes = Buffer.from(data, 'base64')
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
    expect(bytes.includes('IDAT')).toBe(true)
    expect(bytes.includes(CAMERA)).toBe(false)
  })

  it('writes an empty brief, and links no address of another kind', async () => {
    const b = new BriefBuilder()
    expect(textOf(read(await written(b.build({ title: '' }))), 'title')).toBe('Untitled brief')
    const source = b.source(['A page', 'It says so.'], {
      url: 'javascript:alert(1)',
      title: HOSTILE,
      publisher: HOSTILE
    })
    b.section(HOSTILE, b.statement(['It says so ', cite(b.quote(source, 'It says so.')), '.']))
    const page = read(await written(b.build()))
    expect(all(page, 'script')).toEqual([])
    expect(all(page, 'a[href^=javascript]')).toEqual([])
    expect(page.querySelector('#source-1')!.textContent).toContain('javascript:alert(1)')
    expect(page.querySelector('#source-1 .sourceTitle')!.textContent).toBe(HOSTILE_READ)
  })
})

describe('what runs from right to left', () => {
  it('says so on the document, on quotes, and on what is in English behind an Arabic brief', async () => {
    const b = new BriefBuilder()
    const words = 'وقالت هيئة الميناء إن 25 سفينة تأخرت يوم الثلاثاء.'
    b.section('العقد', b.block(b.quote(b.source(['ميناء', words], { language: 'ar' }), words)))
    const html = Buffer.from(await madeAs('html', b.build({ language: 'ar' }))).toString()
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toMatch(/<section class="start" lang="en" dir="ltr">/)
    const english = Buffer.from(await madeAs('html', b.build())).toString()
    expect(english).toContain('<html lang="en">')
    expect(english).toMatch(
      /<figure class="quote" dir="rtl" id="[^"]+">\n<blockquote><p class="words" lang="ar" dir="rtl">/
    )
  })
})
