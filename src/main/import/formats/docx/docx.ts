import mammoth from 'mammoth'
import { DossierError } from '../../../../shared/errors/errors.ts'
import { keptAs } from '../../../../shared/source/import-formats.ts'
import { ZipArchive } from '../../../zip/zip-archive.ts'
import { writeZip } from '../../../zip/zip-writer.ts'
import type { Piece } from '../../extracted/blocks.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings } from '../../metadata/findings.ts'
import { parsePage } from '../../markup/dom.ts'
import { toHtmlPieces } from '../../markup/pieces.ts'
import { toDocument } from '../../documents/article.ts'
import { addProperties, propertyDate, type Properties } from '../../documents/properties.ts'
import { flattenCells } from '../../markup/tables.ts'
import { attribute, localName, elementsOf, parseXml, textOf } from '../../markup/xml.ts'
import { prepared } from './prepare.ts'

const MAIN_PART = /\/(?:officeDocument|main)$/
const PARTS =
  /(?:^|\/)(?:\[Content_Types\]\.xml|_rels\/[^/]*\.rels|(?:document|footnotes|endnotes|styles|numbering)[^/]*\.xml)$/i
/** What the converter passes over, by what it says then, and what it is. */
const OMITTED = [
  ['officeDocument/2006/math', 'equations'],
  ['altChunk', 'other documents taken in whole']
] as const
/** Word's own names of its styles, the same in every language. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh"
]

/** A Word document as a page of HTML, before its head is read. */
export interface DocxPage {
  html: string
  properties: Properties
  /** What the page lacks. */
  omitted: string[]
}

/** What is kept with a source that was a Word document of this name. */
export function docxKind(name: string): { mediaType: string; extension: string } {
  const kept = keptAs('docx')
  return { ...kept, extension: /\.(doc[mx]|dot[mx])$/i.exec(name)?.[1]?.toLowerCase() ?? kept.extension }
}

/**
 * Makes a page of a Word document (Office Open XML, ECMA-376): paragraphs, headings by their styles, lists, table rows, and the notes at the end. Tracked
 * deletions, comments, pictures, heads and feet aren't text. Throws `unreadable`, `unsupported` or `too-large`.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocxPage> {
  const zip = await ZipArchive.ofBytes(bytes, name)
  const properties = await readProperties(zip)
  return { properties, ...(await convert(await neededParts(zip), name)) }
}

/** Makes a document of a Word document's page. */
export function docxDocument({ html, properties, omitted }: DocxPage, hint: FileHint): Extracted {
  const findings = noFindings()
  addProperties(findings, properties)
  return toDocument(
    {
      pieces: toPieces(html),
      findings,
      ...docxKind(hint.name),
      extractor: 'docx/1',
      notice:
        omitted.length === 0 ? null : `This document holds ${omitted.join(' and ')}, which are left out of the text.`
    },
    hint
  )
}

/**
 * A zip of the parts that hold text, read within the limits. What converts the document sees nothing else: no pictures, and no two entries of one
 * name, of which another program might take the other.
 */
async function neededParts(zip: ZipArchive): Promise<Buffer> {
  const main = await mainPart(zip)
  const wanted = zip.items.filter(({ path }) => PARTS.test(path) || path === main)
  const files: [string, Uint8Array][] = []
  for (const { path } of wanted) files.push([path, prepared(await zip.read(path))])
  return writeZip(files, 'stored')
}

async function mainPart(zip: ZipArchive): Promise<string | null> {
  if (!zip.has('_rels/.rels')) return null
  for (const element of elementsOf(parseXml(await zip.read('_rels/.rels')))) {
    if (localName(element) === 'Relationship' && MAIN_PART.test(attribute(element, 'Type') ?? ''))
      return (attribute(element, 'Target') ?? '').replace(/^\//, '')
  }
  return null
}

async function convert(buffer: Buffer, name: string): Promise<{ html: string; omitted: string[] }> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
      }
    )
    const passedOver = (mark: string): boolean => messages.some(({ message }) => message.includes(mark))
    return { html: value, omitted: OMITTED.flatMap(([mark, what]) => (passedOver(mark) ? [what] : [])) }
  } catch (error) {
    throw new DossierError(
      'unreadable',
      `“${name}” can’t be read as a Word document: it is damaged, or parts of it are missing. Nothing was imported; the file is unchanged. Open it in a word processor, save it anew and import that.`,
      { cause: error }
    )
  }
}

function toPieces(html: string): Piece[] {
  const { body } = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`)
  // The numbers of notes are the converter's, and the arrows back from the notes its own.
  for (const link of [...body.querySelectorAll('a[href^="#footnote"], a[href^="#endnote"]')]) {
    const isMark = link.parentElement?.tagName === 'SUP'
    ;(isMark ? link.parentElement! : link).remove()
  }
  flattenCells(body)
  return toHtmlPieces(body)
}

async function readProperties(zip: ZipArchive): Promise<Properties> {
  if (!zip.has('docProps/core.xml')) return {}
  const core = parseXml(await zip.read('docProps/core.xml'))
  return {
    title: textOf(core, 'title'),
    authors: (textOf(core, 'creator') ?? '').split(/\s*;\s*/).filter(Boolean),
    created: propertyDate(textOf(core, 'created')),
    modified: propertyDate(textOf(core, 'modified')),
    language: textOf(core, 'language')
  }
}
