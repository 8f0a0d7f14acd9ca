import type { ImportItem } from '../../../shared/import/report.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import { sourceTitle, type Source } from '../../../shared/source/source.ts'

/** The report's line for a source that was imported, or is there already. */
export function itemOf(
  path: string,
  status: 'imported' | 'duplicate',
  source: Source,
  related: ImportItem['related'] = []
): ImportItem {
  return {
    path,
    status,
    key: source.key,
    id: source.id,
    title: sourceTitle(source),
    authors: source.metadata.authors.value ?? [],
    publisher: source.metadata.publisher.value,
    published: source.metadata.published.value,
    sha256: source.original.sha256,
    notice: source.text.notice,
    related
  }
}

/** The report's line for a file of which nothing was imported. */
export function failedItem(path: string, error: Failure): ImportItem {
  return { ...nothing(path), status: 'failed', error }
}

/** The line with a further sentence to be read. */
export function withNotice(item: ImportItem, notice: string): ImportItem {
  return { ...item, notice: item.notice === null ? notice : `${item.notice} ${notice}` }
}

/** The report's line for what is passed over. */
export function passedOverItem(path: string, why: string): ImportItem {
  return { ...nothing(path), status: 'passed-over', notice: why }
}

/** The report's line for a reference manager's export. */
export function referenceItem(path: string, notice: string): ImportItem {
  return { ...nothing(path), status: 'reference', notice }
}

function nothing(path: string): Omit<ImportItem, 'status' | 'error'> {
  return {
    path,
    key: null,
    id: null,
    title: null,
    authors: [],
    publisher: null,
    published: null,
    sha256: null,
    notice: null,
    related: []
  }
}
