/** The parts of the comparison engines that are used: they are installed apart, so their own types may be missing. */
declare module 'pdfmake' {
  export interface Content {
    text?: string
    stack?: Content[]
    table?: { headerRows: number; widths: (number | string)[]; body: string[][] }
    toc?: Record<string, never>
    tocItem?: boolean
    layout?: string
    font?: string
    bold?: boolean
    fontSize?: number
    margin?: [left: number, top: number, right: number, bottom: number]
  }
  export interface DocumentDefinition {
    info: { title: string }
    pageSize: string
    pageMargins: [number, number, number, number]
    defaultStyle: Content
    header: () => Content
    footer: (page: number, total: number) => Content
    content: Content[]
  }
  interface Pdfmake {
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void
    /** Files that fonts are looked for in. */
    virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void }
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: Pdfmake
  export default pdfmake
}

declare module '@myriaddreamin/typst-ts-node-compiler' {
  export class NodeCompiler {
    static create(options: { fontArgs: { fontBlobs: Uint8Array[] }[] }): NodeCompiler
    evictCache(maxAge: number): void
    pdf(source: { mainFileContent: string }, options: { pdfTags: boolean }): Uint8Array
  }
}

declare module 'minisearch' {
  export default class MiniSearch<T> {
    constructor(options: { fields: (keyof T & string)[] })
    addAll(documents: readonly T[]): void
    search(
      query: string,
      options: { combineWith: 'AND' | 'OR'; prefix: false | ((term: string, i: number, terms: string[]) => boolean) }
    ): { id: unknown }[]
  }
}
