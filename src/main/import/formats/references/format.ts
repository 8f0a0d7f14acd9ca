import { describedFormat } from '../../../../shared/source/import-formats.ts'
import type { FileHint, Reading } from '../../extracted/extracted.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'
import type { ReferenceReader } from './references.ts'

const BIBTEX_START = /^\s*(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]\s*[^\s,{}()"=]*\s*[,=}]?/i
const BIBTEX_ENTRY =
  /^\s*@(?:article|book|booklet|inbook|incollection|inproceedings|conference|manual|mastersthesis|thesis|misc|online|electronic|www|phdthesis|proceedings|collection|report|techreport|unpublished|newsarticle|string|preamble|comment)\s*[{(]/im
const CSL_START = /^\s*(?:\[\s*\{|\{\s*"(?:items|message|id|type|title|DOI)")/
const CSL_TYPE =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/

/** A reference manager's export describes documents and is none. */
async function referential(bytes: Uint8Array, { name }: FileHint, read: ReferenceReader): Promise<Reading> {
  const { readReferences } = await import('./references.ts')
  return { document: null, parts: [], container: false, references: readReferences(bytes, name, read) }
}

/** Records that begin with their type; databases put lines about themselves before the first one. */
export const RIS: ImportFormat = {
  ...describedFormat('ris'),
  sniff: ({ text, extension }) => {
    if (text === null) return SURE.no
    if (/^\s*(?:TY {2}- |ty {2}- )/.test(text)) return SURE.likely
    const hasType = /^\s{0,4}TY[ \t\u00A0\xC2]{0,3}-[ \t]*[A-Z]{2,8}[ \t]*\r?$/im.test(text)
    return sureIf(hasType && (extension === 'ris' || /^(?:ER|AU|A1|TI|T1) {1,2}-/m.test(text)), SURE.likely)
  },
  read: async (bytes, hint) => referential(bytes, hint, (await import('./ris.ts')).readRis)
}

export const BIBTEX: ImportFormat = {
  ...describedFormat('bibtex'),
  sniff: ({ text, extension }) =>
    sureIf(text !== null && BIBTEX_START.test(text) && (BIBTEX_ENTRY.test(text) || extension === 'bib'), SURE.likely),
  read: async (bytes, hint) => referential(bytes, hint, (await import('./bibtex.ts')).readBibtex)
}

export const CSL_JSON: ImportFormat = {
  ...describedFormat('csl-json'),
  sniff: ({ text }) =>
    sureIf(
      text !== null && CSL_START.test(text) && CSL_TYPE.test(text) && /"(?:title|id)"\s*:/.test(text),
      SURE.likely
    ),
  read: async (bytes, hint) => referential(bytes, hint, (await import('./csl-json.ts')).readCslJson)
}
