declare module 'citeproc' {
  /** A cite as `makeCitationCluster` takes it. */
  export interface CiteItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    position?: number
    'first-reference-note-number'?: number
    'near-note'?: boolean
  }

  /** What the processor asks for. `retrieveLocale` gives the XML of a locale, or false when there is none. */
  export interface System {
    retrieveLocale: (language: string) => string | false
    retrieveItem: (id: string) => object
    /** When set, an entry's format is told the `system_id` of its item. */
    embedBibliographyEntry?: (id: string) => string
  }

  /** How an output format prints each kind of formatting: a template with `%%STRING%%`, a function, or false for nothing. */
  export type OutputFormat = Record<
    string,
    | string
    | false
    | ((this: { item_id: string }, state: Engine, text: string) => string)
    | ((text: string | undefined) => string)
  >

  export class Engine {
    constructor(system: System, style: string, language: string, force: boolean)
    readonly opt: { development_extensions: Record<string, boolean> }
    readonly citation: { opt: { 'near-note-distance': number } }
    /** What cites that stand together are sorted by; without tokens they stay in their order. */
    citation_sort: { tokens: unknown[] }
    setOutputFormat(name: string): void
    updateItems(ids: readonly string[]): void
    /** `form` is `long` unless given; `plural` is 1 for the plural. */
    getTerm(name: string, form?: 'long' | 'short', plural?: 0 | 1): string
    /** Prints cites that stand together, whose positions are given. */
    makeCitationCluster(cites: readonly CiteItem[]): string
    /** The ids of each entry, and the entries; false for a style without a list. */
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
    /** As a word processor does: all citations in the order of the document. */
    rebuildProcessorState(
      citations: readonly { citationID: string; citationItems: CiteItem[]; properties: { noteIndex: number } }[],
      format: string,
      uncited: readonly string[]
    ): [string, number, string][]
  }

  /** A node of a style as it is read. */
  export interface StyleNode {
    name: string
    attrs: Record<string, string | undefined>
    children: (StyleNode | string)[]
  }

  /** A style as it is read. */
  interface StyleTree {
    dataObj: StyleNode
    getNodesByName(tree: StyleNode, name: string, named?: string, found?: StyleNode[]): StyleNode[]
  }

  export interface Citeproc {
    Engine: typeof Engine
    XmlJSON: { prototype: StyleTree }
    Output: { Formats: Record<string, OutputFormat> }
    POSITION_FIRST: number
    POSITION_SUBSEQUENT: number
    POSITION_IBID: number
    POSITION_IBID_WITH_LOCATOR: number
  }

  const CSL: Citeproc
  export default CSL
}
