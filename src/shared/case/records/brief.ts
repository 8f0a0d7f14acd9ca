import { BriefRecord, CASE_SCHEMA } from '../case.ts'
import { asJson, type DocumentKind } from './kind.ts'
import { briefName, BRIEFS, ID } from './places.ts'

/** `briefs/<id>.json`. */
export const BRIEF: DocumentKind<BriefRecord> = {
  kind: 'brief',
  what: 'the brief',
  schema: BriefRecord,
  indent: 1,
  version: CASE_SCHEMA,
  steps: {
    // What a redacted export of a brief leaves out; tables, figures and notes in briefs.
    3: (record) => ({ ...record, brief: { ...asJson(record['brief']), withheld: [] } })
  },
  isLogged: true,
  isName: (name) => {
    const id = name.slice(BRIEFS.length + 1, -'.json'.length)
    return ID.test(id) && name === briefName(id)
  },
  label: (name, entries) => {
    const made = entries.find(({ action }) => action === 'brief-created')?.detail['title']
    return made === undefined ? `The brief in ${name}` : `The brief “${String(made)}” (${name})`
  }
}
