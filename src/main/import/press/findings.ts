import { readDate } from '../metadata/dates.ts'
import { addPublisher, webAddress, type Findings } from '../metadata/findings.ts'
import { oneLine } from '../extracted/wording.ts'
import { languageTag } from './language-names.ts'
import { creditsIn } from './names.ts'
import type { PressField } from './profile.ts'

/** A database's own fields are rarely wrong; what a person says is surer. */
const LABELLED = 0.97

/** Adds what the fields of an article say. */
export function addPressFields(findings: Findings, fields: readonly PressField[]): void {
  const publisher = fields.find(({ name }) => name === 'publisher')?.value
  for (const field of fields) addPressField(findings, field, publisher)
}

function addPressField(findings: Findings, { name, value, detail: written }: PressField, publisher = ''): void {
  const about = { from: 'header', detail: oneLine(written), confidence: LABELLED }
  const words = oneLine(value)
  switch (name) {
    case 'title':
    case 'publisher':
    case 'section':
    case 'edition':
    case 'page':
    case 'documentId':
      if (words !== '') findings[name].push({ value: words, ...about })
      return
    case 'authors': {
      const { people, outlets } = creditsIn(words, oneLine(publisher))
      if (people.length > 0) findings.authors.push({ value: people, ...about })
      // An outlet where the writer stands may be the one that the article came from.
      for (const outlet of outlets) addPublisher(findings, outlet, about.from, about.detail, 0.5)
      return
    }
    case 'published': {
      const day = readDate(words, true)
      if (day !== null) findings.published.push({ value: day, ...about })
      return
    }
    case 'language': {
      const tag = languageTag(words)
      if (tag !== null) findings.language.push({ value: tag, ...about })
      return
    }
    case 'url': {
      const url = webAddress(words)
      if (url !== null) findings.url.push({ value: url, ...about })
      return
    }
    case 'wordCount': {
      const digits = words.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
      if (digits !== '') findings.wordCount.push({ value: digits, ...about })
      return
    }
  }
}
