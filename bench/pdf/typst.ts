import type { Look, Part } from './content.ts'
import { comparison, FACES, MARGINS, type Engine } from './engine.ts'

/** typst with contents, page numbers and a table whose header repeats; it tags its PDFs too. */
export async function openTypst(): Promise<Engine> {
  const compile = await compileTypst()
  return { name: 'typst', make: (content, title) => Promise.resolve(compile(typstSource(content, title))) }
}

/** Makes PDFs of sources in typst's language. */
export async function compileTypst(): Promise<(source: string) => Uint8Array> {
  const { NodeCompiler } = await comparison('typst', () => import('@myriaddreamin/typst-ts-node-compiler'))
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: Object.values(FACES) }]
  })
  return (source) => {
    // Otherwise it gives again what it made before.
    compiler.evictCache(0)
    return compiler.pdf({ mainFileContent: source }, { pdfTags: true })
  }
}

/** The content in typst's own language. */
export function typstSource(content: readonly Part[], title: string): string {
  const { left, right, top, bottom } = MARGINS
  return [
    `#set document(title: ${quoted(title)})`,
    `#set text(lang: "en")`,
    '#set par(spacing: 0pt)',
    '#show heading: it => it.body',
    `#set page(paper: "a4", margin: (left: ${left}pt, right: ${right}pt, top: ${top}pt, bottom: ${bottom}pt),`,
    `  header: ${quoted(title)}, footer: context [Page #counter(page).display() of #counter(page).final().at(0)])`,
    '#let put(family, weight, size, lead, before, body) = block(above: before, below: 0pt, {',
    '  set text(font: family, weight: weight, size: size)',
    '  set par(leading: lead)',
    '  body',
    '})',
    ...content.map(written)
  ].join('\n')
}

function written(part: Part): string {
  switch (part.type) {
    case 'text':
      return put(
        part.level === null ? quoted(part.text) : `heading(level: ${part.level}, ${quoted(part.text)})`,
        part.look
      )
    case 'quote':
      return [
        '#block(stroke: (left: 1.6pt), inset: (left: 16pt, right: 10pt), above: 11pt, below: 5pt)[',
        put(`quote(block: false, quotes: false, ${quoted(part.words)})`, part.look),
        ...part.attribution.map((text) => put(quoted(text), part.small)),
        ']'
      ].join('\n')
    case 'contents':
      return '#outline(title: none)'
    case 'table': {
      const cells = part.rows.flat().map(quoted).join(', ')
      const columns = part.widths.map((width) => (width === null ? '1fr' : `${width}pt`)).join(', ')
      const head = part.head.map(quoted).join(', ')
      return put(
        `table(columns: (${columns}), stroke: (bottom: 0.4pt), inset: 3.6pt, table.header(${head}), ${cells})`,
        part.look
      )
    }
  }
}

function put(body: string, { family, bold, size, leading, before }: Look): string {
  const name = family === 'serif' ? 'Source Serif 4' : 'Source Sans 3'
  // typst counts from the bottom of a line to the top of the next.
  const lead = leading - size * 0.67
  return `#put("${name}", ${bold ? 600 : 400}, ${size}pt, ${lead.toFixed(2)}pt, ${before}pt, ${body})`
}

/** A string literal. JSON's escapes are typst's for all that a brief holds. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
