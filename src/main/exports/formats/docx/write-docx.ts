import { Document, Footer, Header, NumberFormat, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { Block } from '../../../../shared/composition/block.ts'
import { UNTITLED } from '../../../../shared/composition/front.ts'
import type { ExportInput } from '../../../../shared/composition/input.ts'
import { COLORS, geometry, TLP_COLORS, TLP_SIZE } from '../../../pdf/typeset/styles.ts'
import { directionOfLanguage } from '../../../../shared/source/direction.ts'
import { inOneGo } from '../../format.ts'
import { printable } from '../../text.ts'
import { Blocks } from './blocks.ts'
import { textRuns } from './inline.ts'
import { settle } from './settle.ts'
import { FACES, hex, NUMBERING, stylesOf, twips } from './styles.ts'

/** Characters of a running title that have room beside the handling label. */
const LONGEST_TITLE = 80

/**
 * A brief as a Word document (ISO/IEC 29500, transitional): styles, footnotes, links, contents and page numbers are Word's
 * own, so that it can be edited. Handling stands at the head and foot of every page. The bytes depend on the input alone.
 */
export const make = inOneGo(({ input, document }) => docxDocument(document.blocks, input))

/** Blocks as such a file, with what the input says of the document as a whole. */
export async function docxDocument(blocks: readonly Block[], input: ExportInput): Promise<Uint8Array> {
  const { brief, options } = input
  const area = geometry(options.paper, directionOfLanguage(brief.language))
  const width = area.width - area.left - area.right
  const title = brief.title.trim() === '' ? UNTITLED : printable(brief.title)
  const author = printable(brief.author.trim())
  const writer = new Blocks(input.images, { width, height: area.height - area.top - area.bottom })
  const children = writer.blocks(blocks, brief.language)
  const { head, firstHead, foot } = furniture(input, title, width)
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    description: brief.tlp,
    // Only Word knows on which page a thing stands: it asks on opening, and fills them in.
    features: { updateFields: true },
    styles: stylesOf(options.theme),
    numbering: NUMBERING,
    footnotes: writer.inline.footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(area.width), height: twips(area.height) },
            margin: {
              top: twips(area.top),
              bottom: twips(area.bottom),
              left: twips(area.left),
              right: twips(area.right),
              header: twips(34),
              footer: twips(34)
            }
          },
          footnoteProperties: { numberFormat: { type: NumberFormat.LOWER_LETTER } }
        },
        headers: { default: head, first: firstHead },
        footers: { default: foot, first: foot },
        children
      }
    ]
  })
  return settle(await Packer.toBuffer(document), `${brief.date}T00:00:00Z`)
}

/** Head and foot of the pages: running title or page number where a line begins, and the handling label where it ends. */
function furniture({ brief }: ExportInput, title: string, width: number) {
  const label = new TextRun({
    text: `\u00a0${brief.tlp}\u00a0`,
    bold: true,
    font: FACES.sans,
    size: TLP_SIZE * 2,
    color: hex(TLP_COLORS[brief.tlp]),
    shading: { fill: hex(COLORS.black), color: 'auto' },
    noProof: true
  })
  const rightToLeft = directionOfLanguage(brief.language) === 'rtl'
  const line = (style: string, text: TextRun[]): Paragraph => {
    return new Paragraph({
      style,
      ...(rightToLeft ? { bidirectional: true } : {}),
      // Of a paragraph that runs from right to left Word counts the place from the right, and the stop's side with it.
      tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
      children: [...text, new TextRun({ children: ['\t'] }), label]
    })
  }
  const characters = Array.from(title.replace(/\s+/g, ' ').trim())
  const running =
    characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')} …` : characters.join('')
  return {
    head: new Header({ children: [line('Header', textRuns(running, {}, { language: brief.language, rightToLeft }))] }),
    firstHead: new Header({ children: [line('Header', [])] }),
    foot: new Footer({
      children: [
        line('Footer', [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })])
      ]
    })
  }
}
