import { LIKELIHOODS } from '../../../../shared/brief/brief.ts'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import type { ExportInput } from '../../../../shared/composition/input.ts'
import { withoutPages } from '../../../../shared/composition/unpaged.ts'
import { BriefBuilder } from '../../../pdf/test/brief.test-helper.ts'
import { sampleBrief } from '../../../pdf/test/sample.test-helper.ts'
import { everyBlock, HOSTILE_READ } from '../../every-block.test-helper.ts'
import { madeAs } from '../../made.test-helper.ts'
import { markdownDocument } from './write-markdown.ts'

const written = async (input: ExportInput): Promise<string> =>
  Buffer.from(await madeAs('markdown', input)).toString('utf8')

function read(markdown: string): Nodes[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])]
  return all(root)
}

/** The words of a node, without markup. */
function words(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? node.children.map(words).join('') : ''
}

const every = (): string => markdownDocument(withoutPages(everyBlock()))

describe('a brief as Markdown to be read', () => {
  it('shows each quote to the letter as a block quote, and each source with its hash', async () => {
    const input = sampleBrief()
    const nodes = read(await written(input))
    const quotes = nodes.filter(({ type }) => type === 'blockquote').map(words)
    expect(quotes).toEqual(input.check.quotes.map(({ exact }) => exact))
    const code = nodes.filter(({ type }) => type === 'inlineCode').map(words)
    expect(code).toEqual(input.sources.map(({ source }) => source.original.sha256))
    // Two tables with a head each: the likelihood words, the quotes.
    expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(
      LIKELIHOODS.length + input.check.quotes.length + 2
    )
  })

  it('leads every link to a place that is there once, and nowhere else but to addresses of the web', async () => {
    for (const markdown of [await written(sampleBrief()), every()]) {
      const nodes = read(markdown)
      const markup = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []))
      const places = markup.flatMap((value) => /^<a id="([\w.-]+)">$/.exec(value)?.[1] ?? [])
      expect(new Set(places).size).toBe(places.length)
      expect(markup.filter((value) => !/^<(a id="[\w.-]+"|\/a|\/?su[bp])>$/.test(value))).toEqual([])
      const links = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))
      expect(links.filter((url) => url.startsWith('#') && !places.includes(url.slice(1)))).toEqual([])
      expect(links.filter((url) => !url.startsWith('#') && !url.startsWith('https://'))).toEqual([])
    }
  })

  it('keeps hostile text as text, and notes as footnotes', async () => {
    const nodes = read(every())
    const heading = nodes.find((node) => node.type === 'heading' && node.depth === 2)!
    expect(words(heading)).toBe(`1 ${HOSTILE_READ}`)
    const notes = nodes.filter(({ type }) => type === 'footnoteDefinition').map(words)
    expect(notes).toEqual(['The first note. Nested.', 'Inner note.'])
    const cells = nodes.filter(({ type }) => type === 'tableCell').map(words)
    expect(cells).toEqual(['Item', 'Section', 'a | b', '§\u00a01'])
    const items = nodes.filter(({ type }) => type === 'listItem').map(words)
    expect(items).toContain('Another step')
    expect(every()).toContain('H<sub>2</sub>O<sup>3</sup>')
  })

  it('writes an empty brief', async () => {
    expect(await written(new BriefBuilder().build({ title: '' }))).toContain('Untitled brief')
  })
})
