import { basename, extname } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { endingsOf, EXPORT_FORMATS } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { nearFormsIn } from '../../shared/redaction/near.ts'
import { toBeSearched } from '../../shared/redaction/redact.ts'
import { SecretIndex } from './index-of-secrets.ts'
import { search } from './search.ts'

/** What exports end in: it says nothing, whatever is withheld. */
const ENDINGS = endingsOf(EXPORT_FORMATS)

/**
 * Refuses names of files that tell what a redacted export withholds: a file goes out with its name, and its signature holds it. `acceptNear`
 * lets names through that are only like withheld words.
 * @throws DossierError `leak`, whose sentence doesn't have the name either
 */
export function refuseTellingNames(input: ExportInput, paths: readonly string[], acceptNear: boolean): void {
  const index = new SecretIndex(toBeSearched(input).secrets)
  for (const path of paths) {
    const name = withoutEnding(basename(path))
    const [about] = search(index, { place: '', reading: 'text', content: name })
    if (about !== undefined) throw telling(`holds ${withheldBy(about)}`)
    if (acceptNear) continue
    const [near] = nearFormsIn(input, [{ text: name, place: '', nodeId: null }])
    if (!near) continue
    const entry = input.brief.withheld.findIndex(({ id }) => id === near.entryId) + 1
    throw telling(`is like what entry ${entry} withholds`)
  }
}

function withoutEnding(name: string): string {
  const ending = extname(name)
  return ENDINGS.includes(ending.toLowerCase()) ? name.slice(0, -ending.length) : name
}

function withheldBy(about: string): string {
  const entry = /\(entry (\d+)\)/.exec(about)?.[1]
  return entry === undefined ? about : `what entry ${entry} withholds`
}

function telling(how: string): DossierError {
  return new DossierError(
    'leak',
    `The name of the file ${how}. Nothing was written and your brief is unchanged. Choose another name.`
  )
}
