import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from '../src/shared/brief/brief.ts'
import { CASE_SCHEMA, type CaseRecord } from '../src/shared/case/case.ts'
import { encodeRecord } from '../src/main/store/record.ts'
import { makeSource } from './made-case.ts'
import { madeNews } from './made-news.ts'

/** How many of its reports a statement cites. */
const CITED = 3

/**
 * Writes a case of running news with a brief (id `brief`) of so many statements, each with its citations of whole sources and of quotes, without flushing: a state on
 * the disk to be measured.
 */
export function makeNewsCase(path: string, sources: number, statements: number): void {
  const { reports, stories } = madeNews(sources)
  const record: CaseRecord = {
    schema: CASE_SCHEMA,
    ...{ id: randomUUID(), title: 'Running news', tlp: 'TLP:AMBER', createdAt: '2033-01-01T00:00:00.000Z' },
    briefs: ['brief']
  }
  mkdirSync(join(path, 'briefs'), { recursive: true })
  const made = reports.map(({ title, paragraphs, publisher, published, agency }, at) => {
    const lines = [title, ...paragraphs]
    const text = lines.join('\n')
    let start = 0
    const blocks = lines.map((line, n) => {
      const block = { start, end: start + line.length }
      start += line.length + 1
      return n === 0 ? { type: 'heading' as const, level: 1, ...block } : { type: 'paragraph' as const, ...block }
    })
    const quoted = blocks[1]!
    return makeSource(path, at + 1, {
      ...{ text, blocks, title, publisher, published, bytes: 600, agencies: agency === null ? [] : [agency] },
      quote: { start: quoted.start, end: quoted.end }
    })
  })
  const content = Array.from({ length: statements }, (_, n): Statement => {
    const story = stories[n % stories.length]!
    const text = story.statements[Math.floor(n / stories.length) % story.statements.length]!
    const cited = Array.from({ length: CITED }, (_more, at) => made[story.reports[(n + at) % story.reports.length]!]!)
    return {
      type: 'statement',
      attrs: {
        ...{ id: `statement-${n}`, likelihood: null, confidence: null },
        kind: /\blikely\b/u.test(text) ? 'judgement' : 'fact'
      },
      content: [
        { type: 'text', text: `${text} ` },
        ...cited.map(({ source, quotes: [quote] }, at) => ({
          type: 'citation' as const,
          attrs: {
            ...{ label: null, relation: 'supports' as const, locator: null },
            ...(at === CITED - 1 ? { quoteId: quote!.id, sourceId: null } : { quoteId: null, sourceId: source.id })
          }
        }))
      ]
    }
  })
  const brief = {
    ...{ id: 'brief', title: 'Running news', author: '', date: '2033-01-01', tlp: 'TLP:AMBER', language: 'en' },
    ...{ template: 'blank', createdAt: '2033-01-01T00:00:00.000Z', withheld: [], deletedAt: null },
    doc: {
      type: 'doc',
      content: [{ type: 'section', attrs: { id: 'section' }, content: [{ type: 'sectionTitle' }, ...content] }]
    }
  }
  writeFileSync(join(path, 'briefs', 'brief.json'), encodeRecord({ schema: CASE_SCHEMA, brief }, 1))
  writeFileSync(join(path, 'case.json'), encodeRecord(record, 1))
}
