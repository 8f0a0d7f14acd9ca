import { field, isField, type PressField } from '../../profile.ts'
import { readSection, wordCount, type LabelLine } from './labels.ts'

/** What the labels of a document say of it. The first of several with the same meaning counts. */
export function fieldsOf(labels: readonly LabelLine[]): PressField[] {
  const fields = labels.flatMap((label) => fieldsOfLabel(label)).filter(isField)
  return fields.filter(({ name }, index) => fields.findIndex((other) => other.name === name) === index)
}

function fieldsOfLabel({ field: meaning, label, value }: LabelLine): (PressField | null)[] {
  const detail = `${label}: ${value}`
  switch (meaning) {
    case 'title':
    case 'authors':
    case 'edition':
    case 'page':
    case 'language':
    case 'url':
      return [field(meaning, value, detail)]
    case 'identifier':
      return [field('documentId', value, detail)]
    case 'section': {
      const { section, page } = readSection(value)
      return [
        section === null ? null : field('section', section, detail),
        page === null ? null : field('page', page, detail)
      ]
    }
    case 'words': {
      const count = wordCount(value)
      return [count === null ? null : field('wordCount', String(count), detail)]
    }
    default:
      return []
  }
}

/** The identifier in a link to a document: `…?id=urn:contentItem:5VJR-…`; null for any other address. */
export function identifierIn(href: string | null): PressField | null {
  const found = /urn:contentItem:([0-9A-Z]{4}(?:-[0-9A-Z]{2,5}){3,6})/u.exec(decoded(href ?? ''))?.[1]
  return found === undefined ? null : field('documentId', found)
}

function decoded(address: string): string {
  return address.replaceAll('%3A', ':').replaceAll('%3a', ':')
}
