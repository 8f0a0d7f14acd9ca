import type { Run, Voice } from '../../../../shared/composition/block.ts'
import { escaped, linkable, noteLetter } from '../../text.ts'

/** Elements by voice; `span` with the voice for its class where HTML has no element for it. */
const ELEMENTS: Record<Voice, string | null> = {
  plain: null,
  bare: null,
  strong: 'strong',
  quiet: 'span',
  alarm: 'strong',
  cite: 'span',
  code: 'code',
  address: 'span',
  hash: 'code',
  mark: 'span',
  sign: 'span',
  marked: 'mark',
  withheld: 'span'
}

/** Writes runs as phrasing content of HTML, and gathers their notes for the document's end. */
export class Inline {
  readonly #notes: string[] = []

  runs(runs: readonly Run[]): string {
    return runs.map((run) => this.#run(run)).join('')
  }

  /** The list of notes, each with a link back; empty without notes. */
  notes(): string {
    if (this.#notes.length === 0) return ''
    const items = this.#notes.map((note, i) => {
      const letter = noteLetter(i)
      const back = `<a class="back" href="#mark-${letter}" role="doc-backlink" title="Back to the text">↩</a>`
      return `<li id="note-${letter}"><span class="lead">${letter}</span> <span dir="auto">${note}</span> ${back}</li>`
    })
    const list = `<ol role="list">${items.join('\n')}</ol>`
    return `<section class="notes" role="doc-endnotes" lang="en" aria-label="Notes">\n${list}\n</section>\n`
  }

  #run(run: Run): string {
    const voice = run.voice ?? 'plain'
    let html = escaped(run.text).replaceAll('\n', '<br>')
    if (run.script) html = run.script === 'super' ? `<sup>${html}</sup>` : `<sub>${html}</sub>`
    if (run.italic) html = `<i>${html}</i>`
    if (run.bold) html = `<b>${html}</b>`
    if (run.smallCaps) html = `<span class="small-caps">${html}</span>`
    const element = ELEMENTS[voice]
    if (element !== null) html = `<${element}${voice === 'strong' ? '' : ` class="${voice}"`}>${html}</${element}>`
    html = linked(run, html)
    const language = run.language === undefined ? '' : ` lang="${escaped(run.language)}"`
    const anchor = run.anchor === undefined ? '' : ` id="${escaped(run.anchor)}"`
    if (language !== '' || anchor !== '') html = `<span${anchor}${language}>${html}</span>`
    return run.note ? html + this.#note(run.note) : html
  }

  #note(runs: readonly Run[]): string {
    const index = this.#notes.push('') - 1
    this.#notes[index] = this.runs(runs)
    const letter = noteLetter(index)
    return `<sup><a id="mark-${letter}" class="mark" href="#note-${letter}" role="doc-noteref" title="Note ${letter}">${letter}</a></sup>`
  }
}

function linked(run: Run, html: string): string {
  const { target } = run
  if (!target) return html
  const style = run.voice === 'bare' ? ' class="bare"' : ''
  if ('destination' in target) {
    const about = run.about === undefined ? '' : ` title="${escaped(run.about)}"`
    return `<a${style} href="#${escaped(target.destination)}"${about}>${html}</a>`
  }
  const href = linkable(target.uri)
  return href === null ? html : `<a${style} href="${escaped(href)}" rel="noreferrer noopener">${html}</a>`
}
