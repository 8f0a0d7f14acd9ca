import { BRIEF } from './brief.ts'
import { BRIEF_VERSION } from './brief-version.ts'
import { CASE } from './case.ts'
import { COMMENT } from './comment.ts'
import { DECLINED } from './declined.ts'
import { FIGURE_OVERRULING } from './figure-overruling.ts'
import type { DocumentKind, RecordKind } from './kind.ts'
import { EVIDENCE } from './evidence.ts'
import { HYPOTHESIS } from './hypothesis.ts'
import { LINT_DISMISSAL } from './lint-dismissal.ts'
import { MARK } from './mark.ts'
import { NAME_RULING } from './name-ruling.ts'
import { ORIGIN_OVERRULING } from './origin-overruling.ts'
import { OWN_EVENT } from './own-event.ts'
import { placeOfRecord } from './places.ts'
import { SAVED_SEARCH } from './saved-search.ts'
import { SOURCING_TEXT } from './sourcing-text.ts'
import { SOURCE } from './source.ts'
import { TAG } from './tag.ts'
import { TEXT } from './text.ts'

/** The kinds of documents that a program knows. A record of any other kind is kept as it is. */
export type Kinds = readonly (DocumentKind | RecordKind)[]

/** The kinds of documents of a case. A new kind of record is added here, and nowhere else. */
export const KINDS: Kinds = [
  CASE,
  SOURCE,
  TEXT,
  BRIEF,
  SAVED_SEARCH as RecordKind,
  MARK as RecordKind,
  TAG as RecordKind,
  DECLINED as RecordKind,
  ORIGIN_OVERRULING as RecordKind,
  LINT_DISMISSAL as RecordKind,
  HYPOTHESIS as RecordKind,
  EVIDENCE as RecordKind,
  SOURCING_TEXT as RecordKind,
  NAME_RULING as RecordKind,
  BRIEF_VERSION as RecordKind,
  COMMENT as RecordKind,
  OWN_EVENT as RecordKind,
  FIGURE_OVERRULING as RecordKind
]

/** The kinds of records among them. */
export function recordKinds(kinds: Kinds): RecordKind[] {
  return kinds.filter((kind): kind is RecordKind => 'record' in kind)
}

/** The kind of document that has this name; undefined for a file that is none, or one of a kind that isn't known. */
export function kindOf(kinds: Kinds, name: string): DocumentKind | undefined {
  return kinds.find((kind) => kind.isName(name))
}

/** The kind of record that has this name; undefined for one that isn't known, or no record. */
export function recordKindOf(kinds: Kinds, name: string): RecordKind | undefined {
  return recordKinds(kinds).find((kind) => kind.isName(name))
}

/** True for the name of a document of a case, also of one of a kind that isn't known. */
export function isDocument(kinds: Kinds, name: string): boolean {
  return kindOf(kinds, name) !== undefined || placeOfRecord(name) !== null
}
