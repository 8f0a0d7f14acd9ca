import type { FootnoteDefinition, PhrasingContent } from 'mdast'
import type { Run } from '../../../../shared/composition/block.ts'
import { linkable, noteLetter, printable } from '../../text.ts'

/** Makes runs Markdown's phrasing content, and gathers their notes. */
export class Inline {
  readonly notes: FootnoteDefinition[] = []

  runs(runs: readonly Run[]): PhrasingContent[] {
    return runs.flatMap((run) => this.#run(run))
  }

  #run(run: Run): PhrasingContent[] {
    let nodes = marked(run)
    const { target } = run
    const url = target && ('destination' in target ? `#${target.destination}` : linkable(target.uri))
    if (url && nodes.length > 0) nodes = [{ type: 'link', url, children: nodes }]
    if (run.anchor !== undefined) nodes.unshift(anchor(run.anchor))
    if (run.note) nodes.push(this.#note(run.note))
    return nodes
  }

  #note(runs: readonly Run[]): PhrasingContent {
    const identifier = noteLetter(this.notes.length)
    const definition: FootnoteDefinition = { type: 'footnoteDefinition', identifier, label: identifier, children: [] }
    this.notes.push(definition)
    definition.children = [{ type: 'paragraph', children: this.runs(runs) }]
    return { type: 'footnoteReference', identifier, label: identifier }
  }
}

/** A place that links lead to. Destinations are Dossier's own words; nothing else may stand in markup. */
export function anchor(destination: string): PhrasingContent {
  if (!/^[\w.-]+$/.test(destination)) throw new Error(`“${destination}” can’t be an anchor`)
  return { type: 'html', value: `<a id="${destination}"></a>` }
}

function marked(run: Run): PhrasingContent[] {
  const text = printable(run.text)
  if (text === '') return []
  if (run.voice === 'code' || run.voice === 'hash') return [{ type: 'inlineCode', value: text.replace(/\s+/g, ' ') }]
  // Marks don't hold at white space.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (words === '') return lines(text)
  const strong = run.bold === true || run.voice === 'strong' || run.voice === 'alarm'
  let nodes = lines(words)
  if (run.italic) nodes = [{ type: 'emphasis', children: nodes }]
  if (strong) nodes = [{ type: 'strong', children: nodes }]
  if (run.script) nodes = [markup(run.script, ''), ...nodes, markup(run.script, '/')]
  return [...lines(before), ...nodes, ...lines(after)]
}

function markup(script: 'super' | 'sub', slash: '' | '/'): PhrasingContent {
  return { type: 'html', value: `<${slash}${script === 'super' ? 'sup' : 'sub'}>` }
}

function lines(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((line, i): PhrasingContent[] => {
    const words: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    return i === 0 ? words : [{ type: 'break' }, ...words]
  })
}
