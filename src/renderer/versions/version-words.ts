import type { VersionRow } from '../../shared/api/contract.ts'
import type { BriefChange } from '../../shared/brief/versions/difference.ts'
import { PART_NAMES, WHY_KEPT } from '../../shared/brief/versions/words.ts'
import { formatMoment } from '../ui/format.ts'

/** What a version is called: its name, else why it was kept. */
export function versionName({ name, why }: Pick<VersionRow, 'name' | 'why'>): string {
  return name ?? WHY_KEPT[why]
}

/** What a version is called in the middle of a sentence. */
export function versionInWords({ name, createdAt }: VersionRow): string {
  return name === null ? `what it was on ${formatMoment(createdAt)}` : `“${name}”`
}

/** What is changed, and where: `Statement 3 · Facts`. */
export function placeOfChange({ type, number, section }: BriefChange): string {
  const what = number === null ? PART_NAMES[type] : `${PART_NAMES[type]} ${number}`
  return type === 'section' || section === '' ? what : `${what} · ${section}`
}

/** What became of it, in a few words: `moved from “Facts”, cited otherwise`. */
export function changeInWords({ change, movedFrom, section, words, cited, said, set }: BriefChange): string {
  if (change !== 'changed') return change
  return [
    movedFrom === null ? '' : movedFrom === section ? 'moved' : `moved from “${movedFrom || 'an untitled section'}”`,
    words === null ? '' : 'other words',
    cited.length === 0 ? '' : 'cited otherwise',
    said.length === 0 ? '' : 'said otherwise',
    set ? 'set otherwise' : ''
  ]
    .filter((part) => part !== '')
    .join(', ')
}
