import { inlinesOf, notesOf, plainText, walkBlocks } from '../../brief/walk.ts'
import { BriefRecord, CaseRecord, SourceRecord, type CaseContents } from '../case.ts'

const text = (value: unknown): string => JSON.stringify(value)

/** What breaks the schema or the uniqueness of ids and keys. */
export function formFaults({ record, sources, briefs }: CaseContents): string[] {
  const found: string[] = []
  const parse = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): void => {
    if (!schema.safeParse(value).success) found.push(`not valid: ${text(value)}`)
  }
  parse(CaseRecord, record)
  for (const source of sources) parse(SourceRecord, source)
  for (const brief of briefs) parse(BriefRecord, brief)
  const unique = (what: string, values: string[]): void => {
    if (new Set(values).size !== values.length) found.push(`${what} are not unique: ${text(values)}`)
  }
  const quotes = sources.flatMap((source) => source.quotes)
  unique('ids', [...sources.map(({ source }) => source.id), ...quotes.map(({ id }) => id)])
  unique('keys', [...sources.map(({ source }) => source.key), ...quotes.map(({ key }) => key)])
  unique('briefs', record.briefs)
  if (text([...record.briefs].sort()) !== text(briefs.map(({ brief }) => brief.id).sort()))
    found.push('briefs unlisted')
  for (const { brief } of briefs) {
    const ids = [...walkBlocks(brief.doc)].map(({ node }) => node.attrs.id)
    unique(`ids in ${brief.id}`, [...ids, ...brief.doc.content.map(({ attrs }) => attrs.id)])
    if (/"listItem","content":\[\{"type":"(?:bullet|ordered)List"/.test(text(brief.doc)))
      found.push('item without statement')
  }
  for (const { source, quotes: own } of sources) {
    if (own.some(({ sourceId }) => sourceId !== source.id)) found.push(`a quote of ${source.id} points elsewhere`)
    if (own.some(({ target }) => target.textSha256 !== source.text.sha256)) found.push('a quote of another text')
  }
  return found
}

/** Statements and quote blocks that don't stand in the order of a side. Only to be asked when nothing was moved. */
export function orderFaults(side: CaseContents, result: CaseContents): string[] {
  return side.briefs.flatMap(({ brief }) => {
    const now = result.briefs.find((other) => other.brief.id === brief.id)
    const after = now ? [...walkBlocks(now.brief.doc)].map(({ node }) => node.attrs.id) : []
    const places = [...walkBlocks(brief.doc)]
      .map(({ node }) => after.indexOf(node.attrs.id))
      .filter((place) => place >= 0)
    return places.some((place, i) => i > 0 && place < places[i - 1]!) ? [`${brief.id} is out of order`] : []
  })
}

/** Everything that people wrote or chose, in words. */
export function inventory({ record, sources, briefs }: CaseContents): Set<string> {
  const words: (string | null)[] = [record.title, record.tlp]
  for (const { source, quotes } of sources) {
    words.push(source.id, source.tlp, ...source.tags, ...source.note.split('\n\n'))
    words.push(source.grading?.reliability ?? null, source.grading?.credibility ?? null)
    for (const { value, alternatives } of [source.metadata.title, source.metadata.publisher, source.metadata.url]) {
      words.push(value, ...alternatives.map((alternative) => alternative.value))
    }
    for (const quote of quotes) {
      words.push(
        quote.id,
        quote.target.exact,
        quote.speaker,
        quote.attribution.join(' → '),
        ...quote.tags,
        ...quote.note.split('\n\n')
      )
    }
  }
  for (const { brief } of briefs) {
    words.push(brief.id, brief.title, brief.author, brief.tlp)
    for (const { node } of walkBlocks(brief.doc)) {
      words.push(...inlinesOf(node).map(plainText), ...notesOf(node).map(({ content }) => plainText(content)))
      if (node.type === 'figure') words.push(node.attrs.alt)
      if (node.type === 'statement') words.push(node.attrs.kind, node.attrs.likelihood)
    }
    for (const part of brief.doc.content) words.push(plainText(part.content[0].content))
  }
  return new Set(words.filter((word) => word !== null && word !== '') as string[])
}
