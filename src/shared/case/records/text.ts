import { SourceText } from '../../source/source.ts'
import { CASE_SCHEMA } from '../case.ts'
import type { DocumentKind } from './kind.ts'
import { isSourceFile } from './source.ts'

/** `sources/ab/<id>/text.json`, written once: its hash stands in the source's record. */
export const TEXT: DocumentKind<SourceText> = {
  kind: 'text',
  what: 'the text',
  schema: SourceText,
  indent: 0,
  version: CASE_SCHEMA,
  steps: {},
  isLogged: false,
  isName: (name) => isSourceFile(name, 'text.json'),
  label: (name) => `The text in ${name}`
}
