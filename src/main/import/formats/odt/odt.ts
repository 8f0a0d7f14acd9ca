import { DossierError } from '../../../../shared/errors/errors.ts'
import { ZipArchive } from '../../../zip/zip-archive.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings } from '../../metadata/findings.ts'
import type { DomNode } from '../../markup/dom.ts'
import { toDocument } from '../../documents/article.ts'
import { addProperties, propertyDate, type Properties } from '../../documents/properties.ts'
import { named, parseXml, textOf } from '../../markup/xml.ts'
import { odfPieces } from './odf-text.ts'

/**
 * Extracts an OpenDocument text (ODF 1.3), packed (.odt) or flat (.fodt): paragraphs, headings, lists, table rows, and the notes at the end. Tracked
 * deletions, comments and pictures aren't text. Throws `unreadable`, `unsupported` (a password) or `too-large`.
 */
export async function extractOdt(bytes: Uint8Array, hint: FileHint): Promise<Extracted> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  const { content, properties } = isPacked ? await readPackage(bytes, hint.name) : readFlat(bytes)
  const text = named(content, 'body').flatMap((body) => [...body.children])[0]
  if (!text) {
    throw new DossierError(
      'unreadable',
      `“${hint.name}” can’t be read as an OpenDocument text: it has no body. Nothing was imported; the file is unchanged. Open it in a word processor, save it anew and import that.`
    )
  }
  const findings = noFindings()
  addProperties(findings, properties)
  return toDocument(
    {
      pieces: odfPieces(text),
      findings,
      extractor: 'odt/1',
      mediaType: 'application/vnd.oasis.opendocument.text',
      extension: isPacked ? 'odt' : 'fodt',
      notice: null
    },
    hint
  )
}

interface Parts {
  content: DomNode
  properties: Properties
}

function readFlat(bytes: Uint8Array): Parts {
  const content = parseXml(bytes)
  return { content, properties: propertiesOf(named(content, 'meta')[0]) }
}

async function readPackage(bytes: Uint8Array, name: string): Promise<Parts> {
  const zip = await ZipArchive.ofBytes(bytes, name)
  const manifest = 'META-INF/manifest.xml'
  if (zip.has(manifest) && named(parseXml(await zip.read(manifest)), 'encryption-data').length > 0) {
    throw new DossierError(
      'unsupported',
      `“${name}” is protected by a password, so its text can’t be read. Nothing was imported; the file is unchanged. Open it with its password, save a copy without one and import that.`
    )
  }
  const meta = zip.has('meta.xml') ? parseXml(await zip.read('meta.xml')) : undefined
  return { content: parseXml(await zip.read('content.xml')), properties: propertiesOf(meta) }
}

function propertiesOf(meta: DomNode | undefined): Properties {
  if (!meta) return {}
  const author = textOf(meta, 'initial-creator') ?? textOf(meta, 'creator')
  return {
    title: textOf(meta, 'title'),
    authors: author === null ? [] : [author],
    created: propertyDate(textOf(meta, 'creation-date')),
    modified: propertyDate(textOf(meta, 'date')),
    language: textOf(meta, 'language')
  }
}
