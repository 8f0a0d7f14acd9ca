import PDFDocument from 'pdfkit'
import type { Look } from './content.ts'
import { FACES, MARGINS, type Engine } from './engine.ts'

/** What a program would do without a layout of its own: pdfkit's `doc.text`, untagged, no links, no contents, no page totals. */
export const plain: Engine = {
  name: 'pdfkit doc.text',
  make(content) {
    return new Promise((resolve, reject) => {
      const doc = new PDFDocument({ size: 'A4', margins: MARGINS })
      const chunks: Uint8Array[] = []
      doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      doc.on('error', reject)
      doc.on('end', () => {
        resolve(Buffer.concat(chunks))
      })
      const write = (text: string, { family, bold, size, before }: Look): void => {
        doc.moveDown(before / size)
        doc.font(FACES[bold ? (`${family}Bold` as const) : family]).fontSize(size)
        doc.text(text)
      }
      for (const part of content) {
        if (part.type === 'text') write(part.text, part.look)
        else if (part.type === 'quote') {
          write(part.words, part.look)
          for (const line of part.attribution) write(line, part.small)
        } else if (part.type === 'table') {
          for (const cells of [part.head, ...part.rows]) write(cells.join(' '), part.look)
        }
      }
      doc.end()
    })
  }
}
