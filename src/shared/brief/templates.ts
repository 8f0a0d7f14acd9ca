import { z } from 'zod'
import { STATEMENT_KINDS, type BriefDocument, type Section, type SectionBlock, type Statement } from './brief.ts'
import { plainText, sectionTitle } from './walk.ts'

/** A section of a template: its title, what belongs into it, the kinds of its empty statements (null for none), and the header of a table if it has one. */
const TemplateSection = z.object({
  title: z.string().max(500),
  about: z.string().max(500),
  kinds: z.array(z.enum(STATEMENT_KINDS).nullable()).max(10),
  table: z.array(z.string().max(200)).min(1).max(20).nullable()
})
type TemplateSection = z.infer<typeof TemplateSection>

/** What a new brief begins with. */
export const Template = z.object({
  /** Small letters, digits and hyphens. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().trim().min(1).max(100),
  description: z.string().max(1_000),
  sections: z.array(TemplateSection).min(1).max(100)
})
export type Template = z.infer<typeof Template>

/** A section with one statement, or several of the kinds given. */
function section(title: string, about: string, ...kinds: TemplateSection['kinds']): TemplateSection {
  return { title, about, kinds: kinds.length === 0 ? [null] : kinds, table: null }
}

/** A section with a table. */
function tabled(title: string, about: string, ...table: string[]): TemplateSection {
  return { title, about, kinds: [], table }
}

export const TEMPLATES: readonly Template[] = [
  {
    id: 'briefing',
    name: 'Briefing (BLUF)',
    description: 'Bottom line first, then judgements, facts, chronology and gaps.',
    sections: [
      section('Bottom line', 'What the reader has to know, in two or three sentences.'),
      section('Key judgements', 'What follows from the facts, each with likelihood and confidence.'),
      section('Facts', 'What sources tell, each statement with its citations.'),
      section('Chronology', 'What happened when.'),
      section('Gaps', 'What isn’t known, and what would change the judgements.')
    ]
  },
  {
    id: 'case-brief',
    name: 'Case brief',
    description: 'A matter of law: facts, issue, rule, application, conclusion.',
    sections: [
      section('Facts', 'What happened, as far as the issue hangs on it.', 'fact'),
      section('Issue', 'The question to be answered, in one sentence.'),
      section('Rule', 'The law that applies, with where it stands.', 'fact'),
      section('Application', 'How the rule meets the facts, for and against.', 'judgement'),
      section('Conclusion', 'The answer to the issue.', 'judgement'),
      section('Gaps', 'What is in dispute, or not proved yet.')
    ]
  },
  {
    id: 'chronology-report',
    name: 'Chronology report',
    description: 'What happened in the order of time, and where sources differ.',
    sections: [
      section('Period and scope', 'From when to when, and what is left out.'),
      tabled('Chronology', 'A row an event: the day as sources give it.', 'Date', 'What happened', 'Source'),
      section('Where sources differ', 'Days and orders of events that conflict.', 'fact'),
      section('What follows', 'What the order of events shows.', 'judgement'),
      section('Gaps', 'Times of which nothing is known.')
    ]
  },
  {
    id: 'source-assessment',
    name: 'Source assessment',
    description: 'How far the sources of a matter can be relied on.',
    sections: [
      section('Result', 'How far the sources bear out what is said, in two or three sentences.', 'judgement'),
      tabled(
        'Sources',
        'A row a source: reliability A to F and credibility 1 to 6, apart.',
        'Source',
        'Access to what it reports',
        'Reliability',
        'Credibility',
        'Reason'
      ),
      section('Origins', 'Which reports go back to one origin.', 'fact'),
      section('Contradictions', 'What sources say against each other.', 'fact'),
      section('Gaps', 'What no source tells, and who could.')
    ]
  },
  {
    id: 'witness-bundle',
    name: 'Witness bundle',
    description: 'What witnesses said, in their words, and how it fits together.',
    sections: [
      tabled(
        'Index of witnesses',
        'A row a witness: who it is, and what was said where.',
        'Witness',
        'Role',
        'Statement of',
        'Source'
      ),
      section('Statements', 'The words of each witness as quotes, with a line on what they bear out.', 'fact'),
      section('Where they agree', 'What two or more witnesses say on their own.', 'fact'),
      section('Where they differ', 'What they say against each other, with both quotes.', 'fact'),
      section('Credibility', 'What speaks for and against each witness.', 'judgement'),
      section('Gaps', 'Who was not heard.')
    ]
  },
  { id: 'blank', name: 'Blank', description: 'One empty section.', sections: [section('', '')] }
]

/** A template of the program by its id. */
export function builtInTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id)
}

/** A new document of a template. `newId` makes the ids of its nodes. */
export function documentOf({ sections }: Pick<Template, 'sections'>, newId: () => string): BriefDocument {
  return {
    type: 'doc',
    content: sections.map(({ title, kinds, table }): Section => {
      const empty = emptySection(title, newId)
      const blocks: SectionBlock[] = [
        ...(table === null ? [] : [emptyTable(table, newId)]),
        ...kinds.map((kind): Statement => {
          const statement = emptyStatement(newId)
          return { ...statement, attrs: { ...statement.attrs, kind } }
        })
      ]
      return blocks.length === 0 ? empty : { ...empty, content: [empty.content[0], ...blocks] }
    })
  }
}

/**
 * The sections of a template that is made of a brief: their titles, the kinds of their statements, each once, and the headers of their first tables. Nothing else that was
 * written is in it, as a template outlives its case.
 */
export function sectionsOf({ content }: BriefDocument): TemplateSection[] {
  return content.map((section) => {
    const [, ...blocks] = section.content
    const kinds = blocks.flatMap((block) => (block.type === 'statement' ? [block.attrs.kind] : []))
    const table = blocks.find((block) => block.type === 'table')
    const header = table?.content[0]?.content.map((cell) => plainText(cell.content).slice(0, 200)) ?? []
    return {
      title: sectionTitle(section).slice(0, 500),
      about: '',
      kinds: table && kinds.length === 0 ? [] : [...new Set(kinds.length === 0 ? [null] : kinds)],
      table: header.length === 0 ? null : header.slice(0, 20)
    }
  })
}

/** A section with one empty statement. */
export function emptySection(title: string, newId: () => string): Section {
  return {
    type: 'section',
    attrs: { id: newId() },
    content: [
      title === '' ? { type: 'sectionTitle' } : { type: 'sectionTitle', content: [{ type: 'text', text: title }] },
      emptyStatement(newId)
    ]
  }
}

/** A statement without words. */
export function emptyStatement(newId: () => string): Statement {
  return { type: 'statement', attrs: { id: newId(), kind: null, likelihood: null, confidence: null } }
}

/** A table of a header and one empty row. */
function emptyTable(header: readonly string[], newId: () => string): SectionBlock {
  return {
    type: 'table',
    attrs: { id: newId(), align: header.map(() => null) },
    content: [
      {
        type: 'tableRow',
        content: header.map((text) => ({
          type: 'tableHeader',
          ...(text === '' ? {} : { content: [{ type: 'text', text }] })
        }))
      },
      { type: 'tableRow', content: header.map(() => ({ type: 'tableCell' })) }
    ]
  }
}
