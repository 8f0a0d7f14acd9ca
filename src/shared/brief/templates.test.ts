import { expect, it } from 'vitest'
import { BriefDocument } from './brief.ts'
import { documentOf, sectionsOf, Template, TEMPLATES } from './templates.ts'

let n = 0
const newId = (): string => `n${++n}`

it('makes a document of each template that is one, with the sections that it names', () => {
  for (const template of TEMPLATES) {
    expect(Template.safeParse(template).success).toBe(true)
    const doc = documentOf(template, newId)
    expect(BriefDocument.safeParse(doc).error).toBeUndefined()
    expect(sectionsOf(doc).map(({ title }) => title)).toEqual(template.sections.map(({ title }) => title))
  }
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
})

it('takes of a brief its titles, kinds and headers, and nothing else that was written', () => {
  const template = TEMPLATES.find(({ id }) => id === 'source-assessment')!
  const doc = documentOf(template, newId)
  const written = structuredClone(doc)
  const [, statement] = written.content[0]!.content
  if (statement?.type === 'statement') statement.content = [{ type: 'text', text: 'The mole is at Sollen.' }]
  const table = written.content[1]!.content.find((block) => block.type === 'table')
  if (table?.type === 'table') table.content[1]!.content[0]!.content = [{ type: 'text', text: 'The clerk of Varn' }]
  const sections = sectionsOf(written)
  expect(JSON.stringify(written)).toMatch(/Sollen.*Varn/)
  expect(JSON.stringify(sections)).not.toMatch(/Sollen|Varn/)
  expect(sections).toEqual(template.sections.map((section) => ({ ...section, about: '' })))
})
