import type { Content, DocumentDefinition } from 'pdfmake'
import type { Look, Part } from './content.ts'
import { comparison, FACES, MARGINS, type Engine } from './engine.ts'

/** pdfmake with contents, page numbers and a table whose header repeats. */
export async function openPdfmake(): Promise<Engine> {
  const { default: pdfmake } = await comparison('pdfmake', () => import('pdfmake'))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  for (const [name, bytes] of Object.entries(FACES)) pdfmake.virtualfs.writeFileSync(name, bytes)
  pdfmake.setFonts({ serif: { normal: 'serif', bold: 'serifBold' }, sans: { normal: 'sans', bold: 'sansBold' } })
  return {
    name: 'pdfmake',
    make: (content, title) => pdfmake.createPdf(definition(content, title)).getBuffer()
  }
}

function definition(content: readonly Part[], title: string): DocumentDefinition {
  return {
    info: { title },
    pageSize: 'A4',
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    defaultStyle: { font: 'serif', fontSize: 10.6 },
    header: () => ({ text: title, margin: [MARGINS.left, 34, MARGINS.right, 0] }),
    footer: (page, total) => ({ text: `Page ${page} of ${total}`, margin: [MARGINS.left, 40, MARGINS.right, 0] }),
    content: content.map(written)
  }
}

function written(part: Part): Content {
  switch (part.type) {
    case 'text':
      return { text: part.text, ...styled(part.look), tocItem: part.level !== null && part.level > 1 }
    case 'quote':
      return {
        stack: [
          { text: part.words, ...styled(part.look) },
          ...part.attribution.map((text) => ({ text, ...styled(part.small) }))
        ],
        margin: [16, 11, 10, 5]
      }
    case 'contents':
      return { toc: {} }
    case 'table':
      // pdfmake writes into the arrays that it is given.
      return {
        ...styled(part.look),
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: part.widths.map((width) => width ?? '*'),
          body: [part.head, ...part.rows].map((cells) => [...cells])
        }
      }
  }
}

function styled({ family, bold, size, before }: Look): Partial<Content> {
  return { font: family, bold, fontSize: size, margin: [0, before, 0, 0] }
}
