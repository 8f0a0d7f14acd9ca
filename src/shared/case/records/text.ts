import { SourceText, type Source } from '../../source/source.ts'
import { CASE_SCHEMA } from '../case.ts'
import type { DocumentKind } from './kind.ts'
import { ID, sourceFile } from './places.ts'

/** The name, within a source's folder, of a text that was recognised: by the beginning of its hash, since each recognition and correction makes another. */
const RECOGNISED = /^text-[0-9a-f]{16}\.json$/

/** The name of a source's present text within the source's folder. */
export function textFileOf({ text }: Pick<Source, 'text'>): string {
  return text.recognition ? `text-${text.sha256.slice(0, 16)}.json` : 'text.json'
}

/** True for the name of a text within a source's folder, the present one or an earlier. */
export function isTextFile(name: string): boolean {
  return name === 'text.json' || RECOGNISED.test(name)
}

/** `sources/ab/<id>/text.json` and the texts that were recognised since, each written once: the present one's hash stands in the source's record. */
export const TEXT: DocumentKind<SourceText> = {
  kind: 'text',
  what: 'the text',
  schema: SourceText,
  indent: 0,
  version: CASE_SCHEMA,
  steps: {},
  isLogged: false,
  isName: (name) => {
    const [, , id = '', file = '', ...more] = name.split('/')
    return more.length === 0 && ID.test(id) && isTextFile(file) && name === sourceFile(id, file)
  },
  label: (name) => `The text in ${name}`
}
