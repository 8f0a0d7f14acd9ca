import PDFDocument from 'pdfkit'

export type Doc = InstanceType<typeof PDFDocument>

/** Makes a PDF of A4 pages with a standard font. */
export function made(
  draw: (doc: Doc) => void,
  options: Partial<ConstructorParameters<typeof PDFDocument>[0]> = {}
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false, ...options })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    draw(doc)
    doc.end()
  })
}

/** Draws lines one below the other, as a program does that sets its lines itself. */
export function lines(doc: Doc, texts: readonly string[], x: number, y: number, size = 10): void {
  doc.fontSize(size)
  texts.forEach((text, i) => doc.text(text, x, y + i * size * 1.3, { lineBreak: false }))
}
