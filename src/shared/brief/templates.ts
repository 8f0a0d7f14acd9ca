import type { BriefDocument, Section, Statement } from './brief.ts'

/** A template: its name for people and the titles of its sections. */
export interface Template {
  id: string
  name: string
  description: string
  sections: readonly string[]
}

export const TEMPLATES: readonly Template[] = [
  {
    id: 'briefing',
    name: 'Briefing',
    description: 'Bottom line first, then judgements, facts, chronology and gaps.',
    sections: ['Bottom line', 'Key judgements', 'Facts', 'Chronology', 'Gaps']
  },
  { id: 'blank', name: 'Blank', description: 'One empty section.', sections: [''] }
]

/** A new document of a template; an unknown one gives the blank one. `newId` makes the ids of its nodes. */
export function documentOf(template: string, newId: () => string): BriefDocument {
  const sections = TEMPLATES.find(({ id }) => id === template)?.sections ?? ['']
  return { type: 'doc', content: sections.map((title) => emptySection(title, newId)) }
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
