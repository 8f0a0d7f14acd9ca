import { CASE_SCHEMA, CaseRecord } from '../case.ts'
import type { DocumentKind } from './kind.ts'
import { CASE_FILE } from './places.ts'

/** `case.json`. */
export const CASE: DocumentKind<CaseRecord> = {
  kind: 'case',
  what: 'the case',
  schema: CaseRecord,
  indent: 1,
  version: CASE_SCHEMA,
  steps: {},
  isLogged: true,
  isName: (name) => name === CASE_FILE,
  label: () => `The case’s record (${CASE_FILE})`
}
