import { count } from '../../ui/format.ts'

/** What of a paste a brief doesn't take, by why; each a count. */
export interface LeftOut {
  /** Pictures that would have to be fetched. */
  remote: number
  /** Pictures that are files of this machine, to which markup may point and which it may not read. */
  local: number
  /** Pictures of a form that a brief can't show, or that are none. */
  form: number
  /** Films, sounds, embedded pages, drawings. */
  objects: number
  /** Words that the page from which they come doesn't show. */
  hidden: number
  /** Links to what isn't a page or a mail address; their words are kept. */
  links: number
}

export const NOTHING_LEFT_OUT: LeftOut = { remote: 0, local: 0, form: 0, objects: 0, hidden: 0, links: 0 }

/** A sentence that tells what was left out and why; null when nothing was. */
export function leftOutWords(left: LeftOut): string | null {
  const told = [
    left.remote > 0 && `${count(left.remote, 'picture')} that would have to be fetched from the network`,
    left.local > 0 &&
      `${count(left.local, 'picture')} that the clipboard only names (copy a picture by itself to paste it)`,
    left.form > 0 && `${count(left.form, 'picture')} of a form that a brief can’t show`,
    left.objects > 0 && `${count(left.objects, 'embedded object')}`,
    left.hidden > 0 && `hidden words in ${count(left.hidden, 'place')}`,
    left.links > 0 &&
      `the ${left.links === 1 ? 'target of a link that leads' : `targets of ${left.links} links that lead`} to no page`
  ].filter((words) => words !== false)
  return told.length === 0 ? null : `Pasted without ${listed(told)}.`
}

function listed(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
}
