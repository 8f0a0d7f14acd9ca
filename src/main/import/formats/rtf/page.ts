/** What a run of characters looks like, as far as it's kept. */
export interface RunLook {
  bold: boolean
  italic: boolean
}

/** Writes the text of an RTF file as a page of HTML: paragraphs, headings, list items, rows and cells, bold and italic. */
export class RtfPage {
  readonly #parts: string[] = []
  readonly #cells: string[] = []
  /** Paragraphs of the cell that is being read. */
  readonly #inCell: string[] = []
  #line: string[] = []

  add(text: string, { bold, italic }: RunLook): void {
    const escaped = text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!)
    const slanted = italic ? `<i>${escaped}</i>` : escaped
    this.#line.push(bold ? `<b>${slanted}</b>` : slanted)
  }

  endParagraph(name: string): void {
    this.endRow()
    const line = this.#take()
    if (line !== '') this.#parts.push(`<${name}>${line}</${name}>`)
  }

  endParagraphInCell(): void {
    const line = this.#take()
    if (line !== '') this.#inCell.push(`<p>${line}</p>`)
  }

  endCell(): void {
    this.endParagraphInCell()
    this.#cells.push(`<td>${this.#inCell.splice(0).join('')}</td>`)
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#parts.push(`<table><tr>${this.#cells.splice(0).join('')}</tr></table>`)
  }

  /** The page. */
  html(): string {
    return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${this.#parts.join('\n')}\n</body></html>\n`
  }

  #take(): string {
    const line = this.#line.join('').replaceAll('</b><b>', '').replaceAll('</i><i>', '')
    this.#line = []
    return /\S/.test(line.replace(/<\/?[bi]>/g, '')) ? line : ''
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
