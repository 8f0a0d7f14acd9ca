import type { EditedKind, PartChange } from './parts.ts'

/** What one document has become by an edit. */
export interface DocumentChange {
  document: { of: EditedKind; id: string }
  changes: readonly PartChange[]
}

export const EDITS = [
  'quote-made',
  'quote-changed',
  'quote-deleted',
  'quote-restored',
  'suggestions-declined',
  'text-recognised',
  'text-corrected',
  'metadata-changed',
  'metadata-confirmed',
  'source-deleted',
  'source-restored',
  'brief-deleted',
  'brief-restored',
  'brief-withheld',
  'mark-made',
  'mark-changed',
  'mark-deleted',
  'marks-made',
  'tag-made',
  'tag-changed',
  'tag-merged',
  'tag-deleted',
  'tags-given',
  'codebook-imported',
  'project-imported',
  'origin-overruled',
  'finding-dismissed',
  'graded',
  'hypotheses-changed',
  'sourcing-written',
  'name-merged',
  'name-divided',
  'name-changed',
  'name-dismissed',
  'name-returned',
  'version-kept',
  'version-renamed',
  'version-removed',
  'version-restored',
  'comment-made',
  'comment-answered',
  'comment-resolved',
  'comment-reopened',
  'comment-removed',
  'event-made',
  'event-changed',
  'event-removed',
  'figure-overruled',
  'figure-overruling-taken-back'
] as const
export type EditAction = (typeof EDITS)[number]

/** One edit as its user made it, of however many documents. */
export interface Edit {
  action: EditAction
  /** What edits of one gesture have in common: they are taken back together. */
  gesture: string | null
  /** What it was done to, as people call it: `Q3`, `S12`, `“Harbour”`. */
  subjects: readonly string[]
  documents: readonly DocumentChange[]
}

/** What can be undone and redone, the newest last. */
export interface EditHistory {
  done: readonly Edit[]
  undone: readonly Edit[]
}

/** Edits that are remembered; older ones stay as they are. */
const MOST = 1000

export const NO_EDITS: EditHistory = { done: [], undone: [] }

/**
 * The history after an edit: what was undone before can't be redone any more. An edit of the same gesture as the last one joins it; one that
 * changed nothing is none.
 */
export function withEdit(history: EditHistory, edit: Edit): EditHistory {
  if (edit.documents.length === 0) return history
  const last = history.done.at(-1)
  if (!last || edit.gesture === null || last.gesture !== edit.gesture)
    return { done: [...history.done.slice(1 - MOST), edit], undone: [] }
  const joined: Edit = {
    ...edit,
    subjects: [...new Set([...last.subjects, ...edit.subjects])],
    documents: [...last.documents, ...edit.documents]
  }
  return { done: [...history.done.slice(0, -1), joined], undone: [] }
}

/** The history after its last edit was undone. */
export function afterUndo({ done, undone }: EditHistory): EditHistory {
  return { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] }
}

/** The history after what was undone last was redone. */
export function afterRedo({ done, undone }: EditHistory): EditHistory {
  return { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) }
}

/** Names an edit in the middle of a sentence: `quote Q3`, `deletion of 12 sources`. */
export function editWords({ action, subjects }: Edit): string {
  const [first = ''] = subjects
  const of = (one: string, many: string): string =>
    subjects.length === 1 ? `${one}${first}` : `${subjects.length} ${many}`
  const quotes = of('quote ', 'quotes')
  const sources = of('', 'sources')
  const briefs = of('brief ', 'briefs')
  const words: Record<EditAction, string> = {
    'quote-made': quotes,
    'quote-changed': `change of ${quotes}`,
    'quote-deleted': `deletion of ${quotes}`,
    'quote-restored': `return of ${quotes}`,
    'suggestions-declined': `refusal of ${of('', 'suggestions')}`,
    'text-recognised': `recognition of ${sources}`,
    'text-corrected': `correction of ${sources}`,
    'metadata-changed': `change of ${sources}`,
    'metadata-confirmed': `confirmation of ${sources}`,
    'source-deleted': `deletion of ${sources}`,
    'source-restored': `return of ${sources}`,
    'brief-deleted': `deletion of ${briefs}`,
    'brief-restored': `return of ${briefs}`,
    'brief-withheld': `change of what ${briefs} withholds`,
    'mark-made': of('mark ', 'marks'),
    'mark-changed': `change of ${of('mark ', 'marks')}`,
    'mark-deleted': `deletion of ${of('mark ', 'marks')}`,
    'marks-made': `marks in ${sources}`,
    'tag-made': of('tag ', 'tags'),
    'tag-changed': `change of ${of('tag ', 'tags')}`,
    'tag-merged': `merging of ${of('tag ', 'tags')}`,
    'tag-deleted': `deletion of ${of('tag ', 'tags')}`,
    'tags-given': `change of tags of ${of('', 'passages')}`,
    'codebook-imported': `import of the codebook ${first}`,
    'project-imported': `import of the project ${first}`,
    'origin-overruled': `overruling of where ${of('', 'reports')} come from`,
    'finding-dismissed': `dismissal of ${of('', 'findings')}`,
    graded: `grade of ${of('', 'sources and quotes')}`,
    'sourcing-written': `text on ${of('', 'sources')}`,
    'hypotheses-changed': `change of the hypotheses at ${of('', 'places')}`,
    'name-merged': `merging of ${of('', 'names')}`,
    'name-divided': `division of ${of('', 'names')}`,
    'name-changed': `change of ${of('', 'names')}`,
    'name-dismissed': `dismissal of ${of('', 'names')}`,
    'name-returned': `return of ${of('', 'names')}`,
    'version-kept': `keeping of ${of('version ', 'versions')}`,
    'version-renamed': `name of ${of('version ', 'versions')}`,
    'version-removed': `removal of ${of('version ', 'versions')}`,
    'version-restored': `restoration of ${briefs}`,
    'comment-made': of('comment on ', 'comments'),
    'comment-answered': `answer to ${of('the comment on ', 'comments')}`,
    'comment-resolved': `resolution of ${of('the comment on ', 'comments')}`,
    'comment-reopened': `reopening of ${of('the comment on ', 'comments')}`,
    'comment-removed': `removal of ${of('the comment on ', 'comments')}`,
    'event-made': of('event of ', 'events'),
    'event-changed': `change of ${of('the event of ', 'events')}`,
    'event-removed': `removal of ${of('the event of ', 'events')}`,
    'figure-overruled': `overruling of ${of('the figure ', 'figures')}`,
    'figure-overruling-taken-back': `end of the overruling of ${of('the figure ', 'figures')}`
  }
  return words[action]
}
